import { type FileHandle, open } from 'node:fs/promises';
import type { Dialect } from './dialect.ts';

/** So many bytes are read at once, or one record; a rejected giant between two good ones is not read at all. */
const mostRead = 16 * 1024 * 1024;

/**
 * Writes the good records of a file, and only them, into a working file whose lines all end in LF and whose escapes are
 * doubled quotes.
 */
export class RecordCopy {
  #source: FileHandle;
  #target: FileHandle;
  #rewrite: ((record: Buffer) => Buffer) | null;

  private constructor(source: FileHandle, target: FileHandle, rewrite: ((record: Buffer) => Buffer) | null) {
    this.#source = source;
    this.#target = target;
    this.#rewrite = rewrite;
  }

  static async create(source: string, target: string, dialect: Dialect): Promise<RecordCopy> {
    const input = await open(source, 'r');
    const backslash = dialect.quote !== '' && dialect.escape !== '' && dialect.escape !== dialect.quote;
    return new RecordCopy(
      input,
      await open(target, 'wx', 0o600),
      backslash ? (record) => doubleQuotes(record, dialect) : null,
    );
  }

  /** @param ranges pairs of byte offsets [start, end) in file order */
  async add(ranges: number[]): Promise<void> {
    for (let first = 0; first < ranges.length;) {
      let after = first + 2;
      while (after < ranges.length && ranges[after + 1]! - ranges[first]! <= mostRead) after += 2;
      await this.#copy(ranges.slice(first, after));
      first = after;
    }
  }

  async #copy(ranges: number[]): Promise<void> {
    const from = ranges[0]!;
    const span = Buffer.allocUnsafe(ranges[ranges.length - 1]! - from);
    await this.#source.read(span, 0, span.length, from);
    const parts: Buffer[] = [];
    const end = Buffer.from('\n');
    for (let index = 0; index < ranges.length; index += 2) {
      const record = span.subarray(ranges[index]! - from, ranges[index + 1]! - from);
      parts.push(this.#rewrite === null ? record : this.#rewrite(record), end);
    }
    await this.#target.appendFile(Buffer.concat(parts));
  }

  async close(): Promise<void> {
    await this.#source.close();
    await this.#target.close();
  }
}

/**
 * `"a\"b"` as `"a""b"`, and an escaped escape as itself; unquoted fields stay. Works on bytes: quote and escape are
 * ASCII.
 */
function doubleQuotes(record: Buffer, dialect: Dialect): Buffer {
  const quote = dialect.quote.charCodeAt(0);
  const escape = dialect.escape.charCodeAt(0);
  // The last byte of the delimiter; ASCII ones have only that.
  const delimiter = Buffer.from(dialect.delimiter, 'utf8').at(-1)!;
  if (record.indexOf(escape) < 0) return record;
  const out = Buffer.allocUnsafe(record.length * 2);
  let size = 0;
  let inside = false;
  let fieldStart = true;
  for (let index = 0; index < record.length; index += 1) {
    const byte = record[index]!;
    if (inside && byte === escape && (record[index + 1] === quote || record[index + 1] === escape)) {
      index += 1;
      if (record[index] === quote) out[size++] = quote;
      out[size++] = record[index]!;
      continue;
    }
    if (inside && byte === quote) inside = false;
    else if (!inside && byte === quote && fieldStart) inside = true;
    fieldStart = !inside && (byte === delimiter || (fieldStart && byte === 32));
    out[size++] = byte;
  }
  return out.subarray(0, size);
}
