import type { Detection, IntakeOptions, RejectedRow, SourceColumn } from '#shared/domain/intake.ts';

/** A delimited UTF-8 text of plain records, all of them good, which its relation reads where it lies. */
export interface PlainText {
  path: string;
  /** Of the text, and before its first row. */
  bytes: number;
  from: number;
  /** By an independent count. */
  rows: number;
  columns: number;
  /** One byte each; `quote` may be none, and is doubled inside a field. Unquoted nothing is no value. */
  delimiter: string;
  quote: string;
}

/**
 * A file opened for reading through DuckDB. `relation` is a FROM-clause expression whose columns are the physical names
 * c1…cn, every one of them VARCHAR (decision 0002); it may be scanned any number of times on the connection it was
 * opened with.
 */
export interface OpenedSource {
  fileName: string;
  bytes: number;
  /**
   * Lower-case hex SHA-256 of the source file's bytes as they lie on the disk; empty where the opener asked for none
   * (`fingerprint: false`).
   */
  sha256: string;
  /** Everything needed to read the file the same way again, with no detection left to do. */
  options: IntakeOptions;
  detections: Detection[];
  columns: SourceColumn[];
  relation: string;
  /** The same rows for who reads bytes; absent where the relation is more than a reading of them. */
  plain?: PlainText | undefined;
  /** Rows that read well. */
  rows: number;
  rejects: { total: number; listed: RejectedRow[] };
  warnings: string[];
  /** Removes transcoded or unpacked working files. */
  close(): Promise<void>;
}
