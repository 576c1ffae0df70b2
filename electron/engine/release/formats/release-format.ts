import type { OutputFormat } from '#shared/domain/output-formats.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { SheetDigest } from '#engine/intake/xlsx/sheet-digest.ts';
import type { StoredKind, StoredType } from './stored-types.ts';

/** `header` is the text above a column, which may repeat; `name` is unique among the outputs. */
export interface OutputColumn {
  physical: string;
  header: string;
  name: string;
  /** What it is stored as, where the format has types and every text comes back from it; absent: text. */
  stored?: StoredType | undefined;
}

export interface WriteInput {
  duck: Duck;
  /** SELECT that yields the physical columns in their order, the rows in theirs. */
  select: string;
  columns: OutputColumn[];
  /** File inside the private working directory. */
  path: string;
  rows: number;
  /** Told every text, where the format keeps a digest of them. */
  digest: SheetDigest | null;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** A written file as it is to be read back. */
export interface ReadBackInput {
  path: string;
  /** Names of the outputs in their order. */
  names: readonly string[];
  /** Of the texts, header and all, as they were handed to the writer; null where the format keeps no digest. */
  cells: string | null;
  /** At least the bytes of the longest row as text, so that the reader makes room for it. */
  longestRow: number;
  /** Private directory where a copy in another form may lie. */
  work: string;
  /** Of delimited text: whether names stand in a first line; they do where it is absent. */
  headed?: boolean;
}

/** The rows to be written, for measuring how long a line of them becomes. */
export interface RowsToMeasure {
  duck: Duck;
  columns: readonly OutputColumn[];
  /** Relation of the kept rows. */
  kept: string;
}

/** One format of a release: how it is written, and read back by an instance that has seen nothing else. */
export interface ReleaseFormat {
  id: OutputFormat;
  /** Whether a spreadsheet may take its cells for formulas. */
  spreadsheet: boolean;
  /** Whether it cannot tell an empty text from nothing. */
  emptyIsNull: boolean;
  /** Whether the texts handed to the writer are held against those that are read back. */
  keepsDigest: boolean;
  /** Whether its text is parsed anew whenever it is read back. */
  parsed: boolean;
  /** What its columns may be stored as beside text, the narrower before the wider; empty where it has no types. */
  stores: readonly StoredKind[];
  /** What stands before the rows; empty where the writer puts the names there itself. */
  head(columns: readonly OutputColumn[]): string;
  /** Its bytes, where they are not UTF-8. */
  headBytes?(head: string): Buffer;
  /** Writes the rows, without `head`. The same rows give the same bytes. @throws Failure TARGET_UNWRITABLE */
  write(input: WriteInput): Promise<void>;
  /** An upper bound for the bytes of the longest line; 0 where nothing comes near the reader's own limit. */
  longestRow(rows: RowsToMeasure): Promise<number>;
  /** FROM-clause expression over the file whose columns are o1…on, all text. @throws Failure INTERNAL where it differs */
  readBack(duck: Duck, file: ReadBackInput, signal: AbortSignal | undefined): Promise<string>;
}
