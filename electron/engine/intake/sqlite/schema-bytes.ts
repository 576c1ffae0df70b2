import { closeSync, openSync, readSync } from 'node:fs';

/** Pages of a B-tree of rows by their first byte. */
const innerPage = 5;
const leafPage = 13;
/** What stands on the first page before its B-tree. */
const fileHead = 100;
const mostPages = 65_536;

/** A whole number as SQLite writes lengths: seven bits a byte, the last of nine holding eight. */
function varint(page: Buffer, at: number): number {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = page[at + index] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return value;
  }
  return value * 256 + (page[at + 8] ?? 0);
}

/** What stands on a page: pages that it leads to, or bytes of the rows that begin there. */
function readPage(page: Buffer, head: number): { leads: number[]; bytes: number } {
  const kind = page[head];
  if (kind !== innerPage && kind !== leafPage) return { leads: [], bytes: 0 };
  const first = head + (kind === innerPage ? 12 : 8);
  const places = Array.from({ length: page.readUInt16BE(head + 3) }, (_unused, at) => first + 2 * at)
    .filter((at) => at + 2 <= page.length)
    .map((at) => page.readUInt16BE(at))
    .filter((at) => at + 4 <= page.length);
  if (kind === leafPage) return { leads: [], bytes: places.reduce((sum, at) => sum + varint(page, at), 0) };
  return { leads: [page.readUInt32BE(head + 8), ...places.map((at) => page.readUInt32BE(at))], bytes: 0 };
}

/**
 * Bytes of all that a database says of its tables, views and the rest; Infinity where it lies on endless pages. Read
 * here because SQLite takes all of it in, at some fifty times its size, before the first statement that could ask. The
 * file has neither a journal nor a log beside it.
 */
export function schemaBytes(path: string): number {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(fileHead);
    readSync(file, start, 0, fileHead, 0);
    const stated = start.readUInt16BE(16);
    const size = stated === 1 ? 65_536 : stated;
    if (size < 512) return 0;
    const page = Buffer.alloc(size);
    const seen = new Set<number>();
    const waiting = [1];
    let sum = 0;
    for (let number; (number = waiting.pop()) !== undefined;) {
      if (seen.has(number) || number === 0) continue;
      seen.add(number);
      if (seen.size > mostPages) return Infinity;
      page.fill(0);
      readSync(file, page, 0, size, (number - 1) * size);
      const { leads, bytes } = readPage(page, number === 1 ? fileHead : 0);
      sum += bytes;
      for (const lead of leads) waiting.push(lead);
    }
    return sum;
  } finally {
    closeSync(file);
  }
}
