import { type FileHandle, open, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';
import type { RejectedRow } from '#shared/domain/intake.ts';

/**
 * One line of the side file: the rejected row and its text, which is personal data and stays in the private directory
 * or sealed.
 */
export interface RejectRecord extends RejectedRow {
  /** The row's text as in the source; at most 8 MiB of it. */
  raw: string;
  /** Place of the row in the source (unpacked, where it is packed) in bytes, where the format has one. */
  offset: number | null;
  bytes: number | null;
}

const listedRows = 1000;
/** So much of a text tells its encoding. */
const tellingBytes = 65_536;

/**
 * Collects rejected rows: counts all, lists the first 1,000 without their text, writes every one with its text to a
 * side file (JSON Lines).
 */
export class RejectsFile {
  readonly path: string;
  readonly listed: RejectedRow[] = [];
  total = 0;
  #kinds = new Map<string, number>();
  #file: FileHandle | null = null;

  constructor(path: string) {
    this.path = path;
  }

  /** What a reader says of the rows it set aside: how many, the first of them, and the file that has all, if any. */
  told(): { rejects: { total: number; listed: RejectedRow[] }; rejectsFile: string | null } {
    const { total, listed, path } = this;
    return { rejects: { total, listed }, rejectsFile: total > 0 ? path : null };
  }

  /** Adds rows in source order; resolves when they are on their way to the disk. */
  async add(records: RejectRecord[]): Promise<void> {
    if (records.length === 0) return;
    this.#file ??= await open(this.path, 'wx', 0o600);
    for (const { line, column, kind, detail } of records)
      if (this.listed.length < listedRows) this.listed.push({ line, column, kind, detail });
    for (const { kind } of records) this.#kinds.set(kind, this.count(kind) + 1);
    this.total += records.length;
    await this.#file.appendFile(records.map((record) => `${jsonLine(record)}\n`).join(''));
  }

  /** Rejected rows of one kind. */
  count(kind: string): number {
    return this.#kinds.get(kind) ?? 0;
  }

  /** Forgets all of them, for the rows are read once more. */
  async clear(): Promise<void> {
    await this.finish();
    await rm(this.path, { force: true });
    this.listed.length = 0;
    this.#kinds.clear();
    this.total = 0;
  }

  /** The bytes of the first rows of this kind, as far as they are needed to tell their encoding; once it is finished. */
  async bytesOf(kind: string): Promise<Buffer> {
    const parts: string[] = [];
    let size = 0;
    const lines = createInterface({ input: createReadStream(this.path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const text of lines) {
      const record = JSON.parse(text) as RejectRecord;
      if (record.kind !== kind) continue;
      parts.push(record.raw);
      size += record.raw.length;
      if (size > tellingBytes) break;
    }
    lines.close();
    return Buffer.from(parts.join('\n'), 'latin1');
  }

  async finish(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }
}

// Line readers also end a line at U+2028 and U+2029, which JSON leaves as they are.
const jsonLine = (record: RejectRecord): string =>
  JSON.stringify(record).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Reads `limit` rows of a side file from the 0-based `offset` on, without their text. */
export async function readRejects(path: string, offset: number, limit: number): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [];
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let index = 0;
  for await (const text of lines) {
    if (index >= offset + limit) break;
    if (index >= offset) {
      const { line, column, kind, detail } = JSON.parse(text) as RejectRecord;
      rows.push({ line, column, kind, detail });
    }
    index += 1;
  }
  lines.close();
  return rows;
}
