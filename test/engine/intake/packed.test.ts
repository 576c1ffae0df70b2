import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { peekRows } from '#engine/intake/peek-rows.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { writeZip } from '#test/support/write-zip.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const csv = 'id,city\n1,Lyon\n2,Łódź\n3,Porto\n';
const rows = [
  ['1', 'Lyon'],
  ['2', 'Łódź'],
  ['3', 'Porto'],
];
const leftovers = async () =>
  (await readdir(bench.work()).catch(() => [])).filter((name) => name.startsWith('intake-'));
const halves = (pack: (part: string) => Buffer) => Buffer.concat([pack(csv.slice(0, 13)), pack(csv.slice(13))]);

describe('a compressed table', () => {
  test.each([
    ['gzip', zlib.gzipSync(csv), 'customers.csv.gz'],
    ['gzip in two members', halves((part) => zlib.gzipSync(part)), 'customers.csv.gz'],
    ['Zstandard', zlib.zstdCompressSync(csv), 'customers.csv.zst'],
    ['Zstandard in two frames', halves((part) => zlib.zstdCompressSync(part)), 'customers.csv.zst'],
    ['a ZIP archive', writeZip({ 'export/customers.csv': csv, 'readme.pdf': '%PDF-1.7' }), 'export.zip'],
    [
      'a JSON file in gzip',
      zlib.gzipSync('[{"id":1,"city":"Lyon"},{"id":2,"city":"Łódź"},{"id":3,"city":"Porto"}]'),
      'a.json.gz',
    ],
  ])('%s: is read whole, under its own fingerprint, and leaves nothing behind', async (_what, packed, name) => {
    const path = await bench.file(packed, name);
    const table = await bench.readPath(path);
    expect(table.names).toEqual(['id', 'city']);
    expect(table.cells).toEqual(rows);
    expect(table.sha256).toBe(createHash('sha256').update(packed).digest('hex'));
    expect([table.fileName, table.bytes]).toEqual([path.split('/').pop(), packed.length]);
    expect(table.detections[0]).toMatchObject({ option: 'packed' });
    expect(await leftovers()).toEqual([]);
    const found = await sniffSource(path, { directory: bench.work() });
    expect(found.columns.map((column) => column.name)).toEqual(['id', 'city']);
    const options = found.options;
    const peeked = await peekRows(path, { parent: bench.root(), options, rows: 2, signal: undefined });
    expect(peeked?.rows).toEqual(rows.slice(0, 2));
    expect(await leftovers()).toEqual([]);
  });

  test('its beginning is looked at where it is large, and its rows are all read', async () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `${at},${(at * 7919) % 100_003}`);
    const path = await bench.file(zlib.gzipSync(`id,n\n${many.join('\n')}\n`), 'large.csv.gz');
    const { options } = await sniffSource(path, { directory: bench.work() });
    const peeked = await peekRows(path, { parent: bench.root(), options, rows: 1, signal: undefined });
    expect(peeked?.rows).toEqual([['0', '0']]);
    expect((await bench.readPath(path)).rows).toBe(200_000);
  });

  test('of an archive with several tables the largest is read, the others are named, and a person chooses', async () => {
    const path = await bench.file(
      writeZip({ 'a.csv': 'x\n1\n', 'people/b.csv': csv, '__MACOSX/._b.csv': 'junk', 'notes.md': 'see b' }),
      'two.zip',
    );
    const table = await bench.readPath(path);
    expect(table.cells).toEqual(rows);
    expect(table.options.member).toBe('people/b.csv');
    expect(table.warnings.join()).toContain('not read: “a.csv”');
    const found = await sniffSource(path, { directory: bench.work(), options: { member: 'a.csv' } });
    expect([found.members, found.columns.map(({ name }) => name)]).toEqual([['a.csv', 'people/b.csv'], ['x']]);
    const chosen = await bench.readPath(path, { options: { member: 'a.csv' } });
    expect([chosen.cells, chosen.warnings]).toEqual([[['1']], []]);
    expect(await bench.failure(path, { options: { member: 'c.csv' } })).toMatchObject({
      code: 'WRONG_USAGE',
      message: expect.stringContaining('people/b.csv'),
    });
  });

  test('a workbook in an archive is read, and a workbook is none', async () => {
    const book = await readFile(new URL('../../fixtures/intake/README.md', import.meta.url));
    expect(await bench.failure(await bench.file(writeZip({ 'b.xlsx': book }), 'b.zip'))).toMatchObject({
      code: 'FILE_DAMAGED',
      message: expect.stringContaining('b.xlsx'),
    });
  });
});

describe('a packed file that is refused', () => {
  const bomb = () => zlib.gzipSync(Buffer.alloc(80 * 1024 ** 2, 'a,b\n'));
  const encrypted = () => {
    const zip = writeZip({ 'a.csv': csv });
    // General purpose bit 0 in the local header and in the directory (APPNOTE 4.4.4).
    zip[6]! |= 1;
    zip[zip.indexOf('PK\x01\x02', 0, 'latin1') + 8]! |= 1;
    return zip;
  };
  const flipped = () => {
    const packed = zlib.gzipSync(csv);
    packed[packed.length - 8]! ^= 1;
    return packed;
  };
  test.each([
    ['gzip that unpacks to 80 MB from 80 kB', bomb, 'a.csv.gz', 'FILE_DAMAGED', 'would unpack to more'],
    [
      'Zstandard alike',
      () => zlib.zstdCompressSync(Buffer.alloc(80 * 1024 ** 2, 'a,b\n')),
      'a.zst',
      'FILE_DAMAGED',
      'more',
    ],
    [
      'an archive alike',
      () => writeZip({ 'a.csv': Buffer.alloc(80 * 1024 ** 2, 'a,b\n') }),
      'a.zip',
      'FILE_DAMAGED',
      'more',
    ],
    ['gzip that was cut off', () => zlib.gzipSync(csv).subarray(0, 30), 'a.csv.gz', 'FILE_DAMAGED', 'cut off'],
    ['gzip with another sum', flipped, 'a.csv.gz', 'FILE_DAMAGED', 'damaged'],
    [
      'Zstandard that was cut off',
      () => zlib.zstdCompressSync(csv).subarray(0, 20),
      'a.zst',
      'FILE_DAMAGED',
      'cut off',
    ],
    [
      'an archive that was cut off',
      () => writeZip({ 'a.csv': csv }).subarray(0, 60),
      'a.zip',
      'FILE_DAMAGED',
      'cut off',
    ],
    ['an encrypted archive', encrypted, 'a.zip', 'FORMAT_UNKNOWN', 'password'],
    ['an archive without a table', () => writeZip({ 'a.pdf': '%PDF' }), 'a.zip', 'FORMAT_UNKNOWN', 'no table'],
    ['packed twice', () => zlib.gzipSync(zlib.gzipSync(csv)), 'a.csv.gz.gz', 'FORMAT_UNKNOWN', 'another packed'],
    ['a picture in gzip', () => zlib.gzipSync(Buffer.from('\x89PNG', 'latin1')), 'a.gz', 'FORMAT_UNKNOWN', 'picture'],
  ])('%s: by one sentence with its name, and nothing is left', async (_what, make, name, code, words) => {
    const path = await bench.file(make(), name);
    const failure = await bench.failure(path);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(failure.message).toContain(path.split('/').pop());
    expect(failure.message).not.toContain('\n');
    expect(await leftovers()).toEqual([]);
  });
});
