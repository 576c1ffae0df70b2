import type { FailureCode } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';

/** What a reader of a DuckDB file is told. */
export interface DuckDbTask {
  path: string;
  fileName: string;
  bytes: number;
  /** Private directory, and the path prefix of working files in it. */
  directory: string;
  work: string;
  options: Pick<Partial<IntakeOptions>, 'table' | 'layout'>;
  /** Write its rows, or only say what is there. */
  rows: boolean;
}

/** `rows` lie as text in a Parquet file, their columns named c1…cn; null where none were asked for. */
export interface DuckDbFound {
  tables: string[];
  table: string;
  layout: string | undefined;
  detections: Detection[];
  headers: string[];
  warnings: string[];
  rows: { path: string; count: number } | null;
}

/** Its one word: what it found, or a code with its sentence. */
export type DuckDbMessage =
  | { type: 'done'; found: DuckDbFound }
  | { type: 'failed'; code: FailureCode; message: string };
