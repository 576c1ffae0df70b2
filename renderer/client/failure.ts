import { ORPCError } from '@orpc/client';
import { failureCodes, type FailureCode } from '#shared/contract/failure.ts';

/** A failure as a person may read it: `detail` is a full sentence from the engine, null where it gave none. */
export interface ReadableFailure {
  code: FailureCode | 'ENGINE_LOST' | 'BAD_REQUEST';
  detail: string | null;
  findings: unknown[];
}

const isCode = (code: unknown): code is FailureCode => typeof code === 'string' && Object.hasOwn(failureCodes, code);

/** A failure of the window's own, read like one that the engine gave. */
export const failureOf = (code: FailureCode, detail: string): Error => new ORPCError(code, { data: { detail } });

/** Reads whatever a call threw; anything undeclared is an internal failure. */
export function readFailure(error: unknown): ReadableFailure {
  if (error instanceof Error && error.name === 'EngineLost') return { code: 'ENGINE_LOST', detail: null, findings: [] };
  if (error instanceof ORPCError) {
    const data = (error.data ?? {}) as { detail?: unknown; findings?: unknown };
    const detail = typeof data.detail === 'string' ? data.detail : null;
    if (isCode(error.code))
      return { code: error.code, detail, findings: Array.isArray(data.findings) ? data.findings : [] };
    if (error.code === 'BAD_REQUEST') return { code: 'BAD_REQUEST', detail, findings: [] };
  }
  return { code: 'INTERNAL', detail: null, findings: [] };
}
