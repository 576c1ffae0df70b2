import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWritten } from './read-written.ts';
import { SheetDigest } from './sheet-digest.ts';

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'custos-sheet-'))));
afterAll(() => rmSync(directory, { recursive: true }));

async function written(rows: (string | null)[][]): Promise<(string | null)[][]> {
  const path = join(directory, 'a.xlsx');
  async function* all() {
    yield* rows;
  }
  await pipeline(Readable.fromWeb(writeXlsxStream(all(), { name: 'S' }) as ReadableStream), createWriteStream(path));
  const read: (string | null)[][] = [];
  let told = '';
  for await (const { cells } of readWritten(
    { path, fileName: 'a.xlsx', bytes: statSync(path).size },
    30,
    (hex) => (told = hex),
  ))
    read.push(cells);
  expect(told).toBe(digest(read));
  return read;
}
const digest = (rows: (string | null)[][]): string => {
  const sum = new SheetDigest();
  for (const row of rows) sum.add(row, 30);
  return sum.hex();
};

it('reads what any reader of the format does, so that a text the writer did not escape is seen', async () => {
  expect(await written([['_x0041_', '_x003D_1+1', '_x005F_x0041_']])).toEqual([['A', '=1+1', '_x0041_']]);
});

it('reads texts, gaps and many columns as they were written', async () => {
  const rows = [
    ['<a & "b">', null, ' spaced ', 'line\nbreak', 'tab\there', 'cr\rlf\r\n', '😀 ü'],
    Array.from({ length: 30 }, (_, index) => `c${index}`),
    [''],
  ];
  const read = await written(rows);
  expect(read[0]).toEqual(rows[0]);
  expect(read[1]).toEqual(rows[1]);
  expect(digest(read)).toBe(digest(rows));
  expect(digest([...rows].reverse())).not.toBe(digest(rows));
});

it('reads a sheet of more than one piece', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`row ${index}`, `ünïcode ${index * 7919}`]);
  expect(digest(await written(rows))).toBe(digest(rows));
});
