import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * The one table of failure codes that cross the engine's border. `exit` is the command line's status (interface.md):
 * 1 the answer is no · 2 wrong usage · 3 the input could not be processed · 130 interrupted.
 */
export const failureCodes = {
  WRONG_USAGE: { exit: 2 },
  PASSPHRASE_MISSING: { exit: 2 },
  KEY_MISSING: { exit: 2 },
  TARGET_PROTECTED: { exit: 2 },
  PASSPHRASE_WEAK: { exit: 2 },
  FILE_MISSING: { exit: 3 },
  FILE_UNREADABLE: { exit: 3 },
  FILE_EMPTY: { exit: 3 },
  FILE_DAMAGED: { exit: 3 },
  FORMAT_UNKNOWN: { exit: 3 },
  TARGET_EXISTS: { exit: 3 },
  TARGET_UNWRITABLE: { exit: 3 },
  DISK_FULL: { exit: 3 },
  GRANT_UNKNOWN: { exit: 3 },
  WORKSPACE_NONE: { exit: 3 },
  WORKSPACE_LOCKED: { exit: 3 },
  WORKSPACE_READ_ONLY: { exit: 3 },
  WORKSPACE_FROM_FUTURE: { exit: 3 },
  WORKSPACE_DAMAGED: { exit: 3 },
  WORKSPACE_EXISTS: { exit: 3 },
  PASSPHRASE_WRONG: { exit: 3 },
  OPERATOR_MISSING: { exit: 3 },
  OPERATOR_UNNAMED: { exit: 2 },
  OPERATOR_UNKNOWN: { exit: 3 },
  ROLE_REFUSED: { exit: 3 },
  DATASET_UNKNOWN: { exit: 3 },
  RELEASE_UNKNOWN: { exit: 3 },
  ENTRY_UNKNOWN: { exit: 3 },
  NOTE_REFUSED: { exit: 3 },
  RECORD_UNKNOWN: { exit: 3 },
  RECORD_INVALID: { exit: 3 },
  RECORD_CHANGED: { exit: 1 },
  COLUMN_UNKNOWN: { exit: 3 },
  RECIPE_INVALID: { exit: 3 },
  RECIPE_FROM_FUTURE: { exit: 3 },
  TARGET_MISSED: { exit: 1 },
  GUARDRAIL_BLOCKS: { exit: 1 },
  REGISTER_CONTRADICTS: { exit: 1 },
  JOB_CANCELLED: { exit: 130 },
  CONTRACT_MISMATCH: { exit: 3 },
  INTERNAL: { exit: 3 },
} as const;
export type FailureCode = keyof typeof failureCodes;

/**
 * What a failure carries: `detail` is a full sentence for a person (file, line or field, what to do), never a cell
 * value.
 */
export const failureData = z.object({ detail: z.string(), findings: z.array(z.unknown()).optional() });

const errorMap = Object.fromEntries(Object.keys(failureCodes).map((code) => [code, { data: failureData }])) as Record<
  FailureCode,
  { data: typeof failureData }
>;

/** Contract builder with every failure declared, so that clients see typed errors. */
export const method = oc.errors(errorMap);

/** Thrown anywhere in the engine; dispatch turns it into the contract's typed error with the same code. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly findings: unknown[] | undefined;
  /** @param sentence what happened, where, and what to do, in words for a person and without any cell value */
  constructor(code: FailureCode, sentence: string, options?: { findings?: unknown[]; cause?: unknown }) {
    super(sentence, { cause: options?.cause });
    this.name = 'Failure';
    this.code = code;
    this.findings = options?.findings;
  }
}
