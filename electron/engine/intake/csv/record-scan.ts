import type { Dialect } from './dialect.ts';

/**
 * A record that cannot be a row: its bytes [start, end) without the line end, and its first physical line (1-based).
 */
export interface BadRecord {
  start: number;
  end: number;
  line: number;
  kind:
    | 'MISSING COLUMNS'
    | 'TOO MANY COLUMNS'
    | 'QUOTES'
    | 'LINE TOO LONG'
    | 'INVALID ENCODING'
    | 'TOTAL'
    | 'EMPTY'
    | 'NAMES'
    | 'NOTE';
  fields: number;
}

/** What one pass over a delimited UTF-8 file found. Offsets and sizes in bytes. */
export interface RecordScan {
  /** Good records without the header. */
  rows: number;
  bad: number;
  blankLines: number;
  /**
   * A field holds a line end, or a quote without being quoted: DuckDB's parallel reader refuses such files once they
   * are large.
   */
  trickyQuotes: boolean;
  /** Lines within quoted cells that have as many delimiters as a row, and the first of them. */
  rowsInQuotes: number;
  rowsInQuotesLine: number | null;
  longest: number;
  lineEnds: { lf: number; crlf: number; cr: number };
  nulBytes: number;
  nulLine: number | null;
  /** Whole pieces of the file hold valid UTF-8 beyond ASCII. */
  beyondAscii: boolean;
  /** In pieces with other bytes: rows of valid UTF-8 beyond ASCII. */
  validUtf8: number;
  invalidUtf8: number;
  invalidLine: number | null;
  /** U+FFFD in valid UTF-8: characters lost before the file came here. */
  replacementLine: number | null;
  /** Lines of nothing but spaces: counted as blank here, refused by DuckDB. */
  spacedLines: number;
  header: { start: number; end: number; line: number; fields: number } | null;
}

export interface ScanOptions {
  /** The source's name, for what is said of it. */
  fileName: string;
  dialect: Dialect;
  /** Fields that a row must have. */
  columns: number;
  /** Rows with fewer fields are good, their last cells empty. */
  fillShort?: boolean;
  /** Leaves the header out of `onGood`. */
  dropHeader?: boolean;
  /** Records that hold names, where there is a header; only the first of them is kept. Default 1. */
  headerRows?: number;
  /** Physical line after which another table begins, whose records are none of this one's. */
  lastLine?: number | undefined;
  /** The line of names, where one like it further down is no row: files put together have it again. */
  names?: Buffer | undefined;
  /** Tells a record that sums up the others: it is set aside like a bad one. */
  isTotal?: ((record: Buffer) => boolean) | undefined;
  /** Tells a line below the table that says whose report it is: it is no row. */
  isFoot?: ((record: Buffer) => boolean) | undefined;
  /** Sees every byte of the file once, in order (for the SHA-256). */
  onBytes?: (bytes: Uint8Array) => void;
  onProgress?: (done: number) => void;
  /** Bad records in file order; awaited, so that millions of them do not gather in memory. */
  onBad?: (bad: BadRecord[]) => Promise<void>;
  /** Ranges of good records [start, end) without their line ends, header included; awaited. */
  onGood?: (ranges: number[]) => Promise<void>;
  signal?: AbortSignal;
}
