import { type FileHandle, open } from 'node:fs/promises';
import { longestRecord } from './csv/dialect.ts';

export type Row = (string | null)[];

/** What must be known of a working file before it is read. */
export interface WorkingFacts {
  /** Bytes of the longest row, or a bound of them. */
  longest: number;
  /** Cells hold line ends. */
  breaks: boolean;
  rows: number;
}

/**
 * Rows of a format that DuckDB does not read itself, written as plain CSV (UTF-8, comma, every text quoted, nothing for
 * null) into the private working directory. Knows nothing of the data engine, so that a process without it can write
 * one.
 */
export class WorkingFile {
  readonly #file: FileHandle;
  readonly #columns: number;
  #parts: string[] = [];
  #size = 0;
  #longest = 0;
  #breaks = false;
  rows = 0;
  /** Characters added so far. */
  added = 0;

  protected constructor(file: FileHandle, columns: number) {
    this.#file = file;
    this.#columns = columns;
  }

  static async open(path: string, columns: number): Promise<WorkingFile> {
    return new WorkingFile(await open(path, 'wx', 0o600), columns);
  }

  /**
   * Adds a row; missing cells at its end are null. Await `flush` now and then.
   * @returns the length of the row in bytes where it is too long to be read again (it is not added), else null
   */
  add(row: Row): number | null {
    let text = '';
    for (let index = 0; index < this.#columns; index += 1) {
      const cell = row[index] ?? null;
      if (index > 0) text += ',';
      if (cell !== null) text += `"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
    }
    // Three bytes a character at most; measured exactly only where that bound is not good enough.
    const bytes = text.length * 3 > longestRecord ? Buffer.byteLength(text) : text.length * 3;
    if (bytes > longestRecord) return bytes;
    this.#longest = Math.max(this.#longest, bytes);
    this.#breaks ||= text.includes('\n') || text.includes('\r');
    this.#parts.push(text, '\n');
    this.#size += text.length;
    this.added += text.length;
    this.rows += 1;
    return null;
  }

  /** As much has gathered as `flush` writes at once. */
  get full(): boolean {
    return this.#size >= 1_048_576;
  }

  /** Writes what has gathered; does nothing before it is full unless `all`. */
  async flush(all = false): Promise<void> {
    if (!this.full && !all) return;
    const text = this.#parts.join('');
    this.#parts = [];
    this.#size = 0;
    await this.#file.appendFile(text, 'utf8');
  }

  /** Ends the file. */
  async end(): Promise<WorkingFacts> {
    await this.flush(true);
    await this.#file.close();
    return { longest: this.#longest, breaks: this.#breaks, rows: this.rows };
  }

  /** Gives the file up after a failure; the caller removes it. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }
}
