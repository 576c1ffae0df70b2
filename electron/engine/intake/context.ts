import type { IntakeOptions, OtherReading, RejectedRow, Sniffed } from '#shared/domain/intake.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { OpenedSource, PlainText } from './source.ts';

/** Surroundings of a sniff: where working files may lie, and what a person has decided about the reading. */
export interface SniffContext {
  /** Private working directory (mode 0700). */
  directory: string;
  options?: Partial<IntakeOptions> | undefined;
  signal?: AbortSignal | undefined;
}

export interface IntakeProgress {
  phase: string;
  done: number;
  total: number | null;
  unit: 'bytes' | 'rows';
}

/**
 * Surroundings of an opening. `quick` leaves out the extra pass in which DuckDB's own count is held against the
 * independent one.
 */
export interface OpenContext extends SniffContext {
  /** What messages call the file, where it is a copy of what a person knows. */
  called?: string | undefined;
  onProgress?: ((progress: IntakeProgress) => void) | undefined;
  memoryLimitMb?: number | undefined;
  /**
   * False where nobody asks for the SHA-256 of a text file: it is then empty, and a scan of a large file takes less
   * time.
   */
  fingerprint?: boolean | undefined;
  quick?: boolean | undefined;
  /** Its rows are read with little memory: what does not fit waits on the disk. */
  lean?: boolean | undefined;
  /** They are released: with more memory than that, but not with as much as somebody who looks at them has. */
  sparing?: boolean | undefined;
  /** All of its rows will be stored (`importSource`): see `storingThreads`. */
  stored?: boolean | undefined;
}

/**
 * An opened source with the data engine it lives in and the side file of its rejected rows (null where there are none).
 * `unchanged` is asked once all of it has been read: it throws FILE_DAMAGED when the file was written to or replaced
 * meanwhile; the first answer stands.
 */
export type OpenSource = OpenedSource & { duck: Duck; rejectsFile: string | null; unchanged(): Promise<void> };

/** What a format's reader hands back; `open-source` adds the rest. */
export interface ReadSource {
  sha256: string;
  options: IntakeOptions;
  detections: Sniffed['detections'];
  columns: Sniffed['columns'];
  relation: string;
  plain?: PlainText | undefined;
  rows: number;
  rejects: { total: number; listed: RejectedRow[] };
  rejectsFile: string | null;
  warnings: string[];
}

/** What a format's reader is given: a place of its own for working files, named so that two openings never meet. */
export interface ReadContext {
  /** Path prefix inside the working directory; everything that begins with it is removed on close. */
  work: string;
  options: IntakeOptions;
  duck: Duck;
  signal: AbortSignal | undefined;
  progress: (progress: IntakeProgress) => void;
  quick: boolean;
  fingerprint: boolean;
}

/** Answers of a format's sniffer, without the file's own properties. */
export type SniffedShape = Omit<Sniffed, 'fileName' | 'bytes' | 'members' | 'alternatives'> & {
  alternatives?: OtherReading[];
};
