import { ORPCError } from '@orpc/contract';
import { Failure } from '#shared/contract/failure.ts';

/** errno → what a person can do. The message of the error itself may quote a path or a value and stays inside. */
const systemErrors: Record<string, Failure> = {
  ENOSPC: new Failure('DISK_FULL', 'The disk is full: free some space and try again. Nothing was lost.'),
  EROFS: new Failure('TARGET_UNWRITABLE', 'The place to write to is read-only. Choose another folder.'),
  EACCES: new Failure('TARGET_UNWRITABLE', 'This account may not read or write there. Choose another place or change the permissions.'),
};

/** Every error that leaves the engine: a `Failure` keeps its code and sentence, anything else becomes INTERNAL without its message. */
export function toContractError(error: unknown): ORPCError<string, { detail: string; findings?: unknown[] | undefined }> {
  if (error instanceof ORPCError) return error as never;
  const known = error instanceof Failure ? error : systemErrors[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  if (known) return new ORPCError(known.code, { status: 400, message: known.message, data: { detail: known.message, ...(known.findings ? { findings: known.findings } : {}) } });
  const name = error instanceof Error ? error.name : 'unknown error';
  const detail = `Something unexpected happened inside the engine (${name}). Nothing was written; please try again, and report it with what you did.`;
  return new ORPCError('INTERNAL', { status: 500, message: detail, data: { detail }, cause: error });
}
