import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import ExcelJS from 'exceljs';
import { writeXlsxStream } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readBack } from '#engine/intake/xlsx/read-back.ts';
import { SheetDigest } from '#engine/intake/xlsx/sheet-digest.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const entry = Buffer.from([0x50, 0x4b, 1, 2]);
const end = Buffer.from([0x50, 0x4b, 5, 6]);

async function workbook(rows: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('One').addRows(rows);
  const path = bench.place('book.xlsx');
  await book.xlsx.writeFile(path);
  return await readFile(path);
}

/** Where the directory tells of a part. */
function placeOf(bytes: Buffer, part: string): number {
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 4))
    if (bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === part) return at;
  throw new Error(`no ${part}`);
}

const refused = async (bytes: Buffer) => await bench.failure(await bench.file(bytes, 'kunden.xlsx'));

describe('a workbook whose directory lies', () => {
  test('a list of sheets larger than it states is refused while it is unpacked', async () => {
    const bytes = await workbook([['id'], ['1']]);
    bytes.writeUInt32LE(20, placeOf(bytes, 'xl/workbook.xml') + 24);
    expect(await refused(bytes)).toMatchObject({
      code: 'FILE_DAMAGED',
      message: expect.stringMatching(/kunden\.xlsx” is a damaged workbook: its list of sheets cannot be unpacked/),
    });
  });

  test.each([
    [
      'more parts than a workbook has',
      (bytes: Buffer) => bytes.writeUInt16LE(20_000, bytes.lastIndexOf(end) + 10),
      '20,000 parts',
    ],
    ['more parts than it lists', (bytes: Buffer) => bytes.writeUInt16LE(200, bytes.lastIndexOf(end) + 10), 'cut off'],
    [
      'a directory beyond its end',
      (bytes: Buffer) => bytes.writeUInt32LE(0x7fffffff, bytes.lastIndexOf(end) + 16),
      'cut off',
    ],
    [
      'a part that begins beyond its end',
      (bytes: Buffer) => bytes.writeUInt32LE(0x7fffffff, placeOf(bytes, 'xl/workbook.xml') + 42),
      'list of sheets cannot be unpacked',
    ],
    [
      'a part of 3.9 GiB',
      (bytes: Buffer) => bytes.writeUInt32LE(0xfa000000, placeOf(bytes, 'xl/worksheets/sheet1.xml') + 24),
      'would unpack to',
    ],
  ])('%s: refused by name', async (_what, lie, words) => {
    const bytes = await workbook([['id'], ['1']]);
    lie(bytes);
    const failure = await refused(bytes);
    expect(failure).toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringContaining(words) });
    expect(failure.message).toContain('kunden.xlsx');
  });

  test('a Cancel before its directory is read ends the opening', async () => {
    const path = await bench.file(await workbook([['id'], ['1']]), 'kunden.xlsx');
    expect((await bench.failure(path, { signal: AbortSignal.abort() })).code).toBe('JOB_CANCELLED');
  });
});

describe('a written workbook, read back in the worker', () => {
  const rows = Array.from({ length: 4500 }, (_, index) => [`row ${index}`, `ünï ${index * 7919}`]);
  const written = async (): Promise<string> => {
    async function* all() {
      yield* rows;
    }
    const path = bench.place('out.xlsx');
    await pipeline(Readable.fromWeb(writeXlsxStream(all(), { name: 'S' }) as ReadableStream), createWriteStream(path));
    return path;
  };

  test('gives every row, in batches, and the digest of what was handed to its writer', async () => {
    const path = await written();
    const found: (string | null)[][] = [];
    const batches: number[] = [];
    const onRows = async (some: { cells: (string | null)[] }[]) => {
      batches.push(some.length);
      found.push(...some.map(({ cells }) => cells));
    };
    const digest = await readBack(path, 2, { signal: undefined, damaged: 'no', onRows });
    expect(found).toEqual(rows);
    expect(batches).toEqual([2000, 2000, 500]);
    const sum = new SheetDigest();
    for (const row of rows) sum.add(row, 2);
    expect(digest).toBe(sum.hex());
  });

  test('ends at a Cancel between two batches, and refuses what was damaged', async () => {
    const path = await written();
    const stop = new AbortController();
    await expect(
      readBack(path, 2, { signal: stop.signal, damaged: 'no', onRows: async () => stop.abort() }),
    ).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
    const bytes = await readFile(path);
    bytes.fill(0xff, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2));
    await expect(
      readBack(await bench.file(bytes, 'bad.xlsx'), 2, {
        signal: undefined,
        damaged: 'no',
        onRows: async () => undefined,
      }),
    ).rejects.toMatchObject({ code: 'FILE_DAMAGED', message: 'no' });
  });
});
