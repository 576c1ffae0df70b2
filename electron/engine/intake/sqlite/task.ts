import type { FailureCode } from '#shared/contract/failure.ts';
import type { Detection, RejectedRow } from '#shared/domain/intake.ts';
import type { WorkingFacts } from '../working-file.ts';

/** What the process that reads a SQLite file is told. */
export interface SqliteTask {
  path: string;
  fileName: string;
  bytes: number;
  /** The file's head says that it is used with a write-ahead log. */
  writeAhead: boolean;
  /** Path prefix of working files in the private directory. */
  work: string;
  /** The table that a person chose. */
  table: string | null;
  /** Copy its rows, or only say what is there. */
  rows: boolean;
}

export interface SqliteShape {
  tables: string[];
  table: string;
  /** It is a view: what it shows is worked out when it is read. */
  view: boolean;
  detection: Detection;
  headers: string[];
  /** Those of them that formulas of the file work out. */
  computed: string[];
  warnings: string[];
}

/** Rows in a working file beside the listed rejects. */
export interface CopiedRows {
  path: string;
  facts: WorkingFacts;
  rejects: { total: number; listed: RejectedRow[] };
  rejectsFile: string | null;
}

/**
 * What it says: how far it is, then one of the two ends. `refusal` is a code with its sentence; without it the system's
 * own code is passed on.
 */
export type SqliteMessage =
  | { type: 'progress'; done: number; total: number | null }
  | { type: 'done'; shape: SqliteShape; copied: CopiedRows | null }
  | { type: 'failed'; refusal: { code: FailureCode; message: string } | null; code: string };
