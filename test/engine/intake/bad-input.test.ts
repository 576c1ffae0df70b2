import { chmod, mkdir, open, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileFailure } from '#engine/intake/check-file.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const secret = 'olga.secret@example.test';

describe('files that are no table', () => {
  test.each([
    ['missing', async () => bench.place('gone.csv'), 'FILE_MISSING', 'check the path'],
    ['empty', () => bench.file('', 'empty.csv'), 'FILE_EMPTY', '0 bytes'],
    ['only blank lines', () => bench.file('\n\r\n  \n\n', 'blank.csv'), 'FILE_EMPTY', 'blank lines'],
    ['only a header', () => bench.file('name,mail\n', 'header.csv'), 'FILE_EMPTY', 'header and no rows'],
    [
      'binary',
      () => bench.file(Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)), 'blob.csv'),
      'FORMAT_UNKNOWN',
      'binary',
    ],
    ['zero bytes only', () => bench.file(Buffer.alloc(5000), 'zeros.csv'), 'FORMAT_UNKNOWN', 'binary'],
    ['a PDF', () => bench.file('%PDF-1.7 x', 'a.csv'), 'FORMAT_UNKNOWN', 'PDF'],
    ['an old workbook', () => bench.file(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls'), 'FORMAT_UNKNOWN', '.xlsx'],
    ['bzip2', () => bench.file('BZh91AY', 'a.csv.bz2'), 'FORMAT_UNKNOWN', 'unpack'],
    ['text called .parquet', () => bench.file('a,b\n1,2\n', 'a.parquet'), 'FILE_DAMAGED', 'does not begin like one'],
    ['text called .json', () => bench.file('a,b\n1,2\n', 'a.json'), 'FILE_DAMAGED', 'line 1'],
    ['an empty JSON array', () => bench.file('[]', 'a.json'), 'FILE_EMPTY', 'no records'],
  ])('%s: one sentence that names the file and says what to do', async (_what, make, code, words) => {
    const path = await make();
    const failure = await bench.failure(path);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(failure.message).toContain(path.split('/').pop());
    expect(failure.message).not.toContain('\n');
    // Nothing of a failed opening stays behind.
    expect((await readdir(bench.work()).catch(() => [])).filter((name) => name.startsWith('intake-'))).toEqual([]);
  });

  test('a folder', async () => {
    const path = bench.place('folder.csv');
    await mkdir(path);
    expect(await bench.failure(path)).toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('is a folder'),
    });
  });

  test.each([
    ['EACCES', 'FILE_UNREADABLE', 'may not be read'],
    ['EIO', 'FILE_UNREADABLE', 'copy it to another disk'],
    ['ENOSPC', 'DISK_FULL', 'free some space'],
    ['ENOENT', 'FILE_MISSING', 'check the path'],
  ])('the file system says %s: a sentence of ours', (code, failure, words) => {
    const error = fileFailure(Object.assign(new Error(`${code}: no, open '/home/olga/a.csv'`), { code }), 'a.csv');
    expect(error).toMatchObject({ code: failure, message: expect.stringContaining(words) });
    expect(String(error)).not.toContain('/home/olga');
  });

  test('a file without permission to read', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read every file');
    const path = await bench.file('a\n1\n');
    await chmod(path, 0o000);
    expect((await bench.failure(path)).code).toBe('FILE_UNREADABLE');
  });
});

describe('damage inside a table', () => {
  test('a field of 50 MB is set aside with its line and the rest is read, with and without a line end after it', async () => {
    for (const [end, last] of [
      [
        '\n3,c\n',
        [
          ['1', 'a'],
          ['3', 'c'],
        ],
      ],
      ['', [['1', 'a']]],
    ] as const) {
      const path = await bench.file('id,text\n1,a\n2,');
      const file = await open(path, 'a');
      for (let index = 0; index < 50; index += 1) await file.write(Buffer.alloc(1024 * 1024, 'y'));
      await file.write(end);
      await file.close();
      const table = await bench.readPath(path);
      expect(table.cells).toEqual(last);
      expect(table.rejects.listed).toEqual([
        { line: 3, column: null, kind: 'LINE TOO LONG', detail: expect.stringContaining('8 MiB') },
      ]);
    }
  });

  test('a quoted field of 50 MB over many lines is set aside, and no line of it vanishes', async () => {
    const path = await bench.file('id,text\n1,a\n2,"');
    const file = await open(path, 'a');
    const line = `${'y'.repeat(1023)}\n`;
    for (let index = 0; index < 50; index += 1) await file.write(line.repeat(1024));
    await file.write('"\n3,c\n');
    await file.close();
    const table = await bench.readPath(path);
    expect(table.rows).toBe(2);
    expect(table.cells).toEqual([
      ['1', 'a'],
      ['3', 'c'],
    ]);
    expect(table.rejects.total).toBe(50 * 1024 + 1);
    expect(table.rejects.listed[0]).toMatchObject({ line: 3, kind: 'QUOTES' });
  });

  test('a long field that fits is read whole', async () => {
    const long = 'z'.repeat(5 * 1024 * 1024);
    const table = await bench.read(`id,text\n1,${long}\n2,"${long}"`);
    expect(table.cells.map((row) => row[1]?.length)).toEqual([long.length, long.length]);
    expect(table.rejects.total).toBe(0);
  });

  test('a quote that is never closed costs one line', async () => {
    const table = await bench.read('a,b\n1,2\n"3,4\n5,6\n7,8\n');
    expect(table.cells).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ]);
    expect(table.rejects.listed.map(({ line, kind }) => [line, kind])).toEqual([[3, 'QUOTES']]);
  });

  test('duplicate, blank and 10 kB headers get names of their own', async () => {
    const long = 'h'.repeat(10_000);
    const table = await bench.read(`id,id,,name,id_2, ,${long},"two\nlines"\n1,2,3,4,5,6,7,8\n`);
    expect(table.names).toEqual(['id', 'id_3', 'unnamed_3', 'name', 'id_2', 'unnamed_6', long, 'two\nlines']);
    expect(table.cells).toEqual([['1', '2', '3', '4', '5', '6', '7', '8']]);
    expect(table.columns[1]).toEqual({ name: 'id_3', physical: 'c2', header: 'id' });
    expect(table.warnings.join()).toContain('2 columns have no name');
  });

  test('5,000 columns are read', async () => {
    const row = (mark: string) => Array.from({ length: 5000 }, (_, index) => `${mark}${index}`).join(',');
    const table = await bench.read(`${row('h')}\n${row('')}\n${row('1')}\n`);
    expect(table.names.length).toBe(5000);
    expect(table.cells.map((cells) => [cells[0], cells[4999]])).toEqual([
      ['0', '4999'],
      ['10', '14999'],
    ]);
  });

  test('NUL bytes are kept, counted and named by line', async () => {
    const table = await bench.read('a,b\n1,x\0y\n2,\0\n');
    expect(table.cells).toEqual([
      ['1', 'x\0y'],
      ['2', '\0'],
    ]);
    expect(table.warnings.join()).toContain('2 NUL bytes, the first in line 2');
  });

  test('rows with bytes that are not UTF-8 are set aside where a person says that the text is UTF-8', async () => {
    const table = await bench.read(
      Buffer.concat([Buffer.from('a,b\né,1\n'), Buffer.from([0xff, 0x2c, 0x32, 0x0a]), Buffer.from('ü,3\n')]),
      { options: { encoding: 'utf-8' } },
    );
    expect(table.cells).toEqual([
      ['é', '1'],
      ['ü', '3'],
    ]);
    expect(table.rejects.listed).toEqual([
      { line: 3, column: null, kind: 'INVALID ENCODING', detail: 'The row holds bytes that are not UTF-8.' },
    ]);
  });

  test('a table of which no row can be read is refused with the first line and without a cell', async () => {
    const failure = await bench.failure(await bench.file(`a,b,c\n${secret},1\n${secret},2\n`), {
      options: { delimiter: ',', header: true, skipLines: 0 },
    });
    expect(failure.code).toBe('FILE_DAMAGED');
    expect(failure.message).toContain('line 2');
    expect(failure.message).not.toContain(secret);
  });

  test('neither rejects nor warnings nor reasons quote a cell', async () => {
    const table = await bench.read(`mail,n\n"${secret}" x,1\n${secret},2,3\n${secret}\n${secret},4\n\n`);
    expect(table.cells).toEqual([[secret, '4']]);
    expect(JSON.stringify([table.rejects, table.warnings, table.detections])).not.toContain(secret);
  });

  test('a file that shrinks while it is read is refused', async () => {
    const path = bench.place('shrinks.csv');
    await writeFile(path, `a,b\n${'1,2\n'.repeat(3_000_000)}`);
    let shrunk = false;
    const failure = await bench.failure(path, {
      onProgress: () => {
        if (!shrunk) void truncate(path, 1000);
        shrunk = true;
      },
    });
    expect(failure.code).toBe('FILE_UNREADABLE');
  });

  test('a table with nothing but a damaged name is told apart from its folder', async () => {
    expect((await bench.failure(join(await bench.file('a\n1\n'), 'inside.csv'))).code).toBe('FILE_MISSING');
  });

  test('sniffing refuses what opening refuses', async () => {
    await expect(sniffSource(bench.place('gone.csv'), { directory: bench.work() })).rejects.toMatchObject({
      code: 'FILE_MISSING',
    });
    await expect(sniffSource(await bench.file('\n\n'), { directory: bench.work() })).rejects.toMatchObject({
      code: 'FILE_EMPTY',
    });
  });
});

test('a short text with a few control characters is text', async () => {
  const { names, cells } = await bench.readPath(
    await bench.file('a,\x1b[1mname\x1b[0m,x\n1,2,a\n3,\x075,b\n7,8,c\n9,10,d\n'),
  );
  expect([names.length, cells.length, names[0]]).toEqual([3, 4, 'a']);
});
