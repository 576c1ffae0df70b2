import { type FileHandle, open } from 'node:fs/promises';
import { csvRelation } from './csv/csv-relation.ts';
import { longestRecord } from './csv/dialect.ts';

export type Row = (string | null)[];

/**
 * Rows of a format that DuckDB does not read itself, written as plain CSV (UTF-8, comma, every text quoted, nothing for null) into the
 * private working directory and scanned from there.
 */
export class WorkingTable {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #columns: number;
  #parts: string[] = [];
  #size = 0;
  #longest = 0;
  #breaks = false;
  rows = 0;

  private constructor(file: FileHandle, path: string, columns: number) {
    this.#file = file;
    this.#path = path;
    this.#columns = columns;
  }

  static async create(path: string, columns: number): Promise<WorkingTable> {
    return new WorkingTable(await open(path, 'wx', 0o600), path, columns);
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
    this.rows += 1;
    return null;
  }

  /** Writes what has gathered; does nothing below 1 Mi characters unless `all`. */
  async flush(all = false): Promise<void> {
    if (this.#size < 1_048_576 && !all) return;
    const text = this.#parts.join('');
    this.#parts = [];
    this.#size = 0;
    await this.#file.appendFile(text, 'utf8');
  }

  /** Ends the file. @returns its FROM-clause expression */
  async finish(): Promise<string> {
    await this.flush(true);
    await this.#file.close();
    return csvRelation(this.#path, { delimiter: ',', quote: '"', escape: '"', header: false, skipLines: 0 }, this.#columns, { longest: this.#longest, lineEnd: 'lf', trickyQuotes: this.#breaks });
  }

  /** Gives the file up after a failure; the caller removes it. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }
}
