import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { DuckDBInstance } from '@duckdb/node-api';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();

describe('JSON', () => {
  test('an array of objects is flattened with dots; arrays, long numbers and their exact text are kept', async () => {
    const text =
      '[{"id": 12345678901234567890, "who": {"name": "A \\"x\\"", "geo": {"lat": 1.50}}, "tags": [1.10, "b"], ' +
      '"ok": true},\n {"id": 7, "who": {"name": ""}, "late": null, "n": 1e3}]';
    const table = await bench.read(text, {}, 'a.json');
    expect(table.names).toEqual(['id', 'who.name', 'who.geo.lat', 'tags', 'ok', 'late', 'n']);
    expect(table.cells).toEqual([
      ['12345678901234567890', 'A "x"', '1.50', '[1.10,"b"]', 'true', null, null],
      ['7', '', null, null, null, null, '1e3'],
    ]);
    expect(table.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('an object with one array, concatenated objects and JSON Lines are read as records', async () => {
    expect((await bench.read('{"count": 2, "tickets": [{"a": 1}, {"a": 2}]}', {}, 'b.json')).cells).toEqual([
      ['1'],
      ['2'],
    ]);
    expect((await bench.read('{"a": 1}\n{"a": {"b": 2}}{"a": 3}', {}, 'c.json')).cells).toEqual([
      ['1', null],
      [null, '2'],
      ['3', null],
    ]);
    const lines = await bench.read('{"a": 1}\r\n\r\n{"a": 2, "b": "x\u2028y"}\n', {}, 'd.jsonl');
    expect(lines.cells).toEqual([
      ['1', null],
      ['2', 'x\u2028y'],
    ]);
    expect(lines.options.format).toBe('jsonl');
  });

  test('of several arrays one is read, the others are named as tables to choose', async () => {
    const path = await bench.file('{"meta": [1], "users": [{"u": 1}], "orders": [{"o": 1}, {"o": 2}]}', 'e.json');
    const sniffed = await sniffSource(path, { directory: bench.work() });
    expect(sniffed.tables).toEqual(['meta', 'users', 'orders']);
    expect(sniffed.options.table).toBe('users');
    const chosen = await bench.readPath(path, { options: { table: 'orders' } });
    expect(chosen.names).toEqual(['o']);
    expect(chosen.cells).toEqual([['1'], ['2']]);
    expect(chosen.warnings.join()).toContain('2 other arrays');
  });

  test('damaged lines are rejected with their number; a text that was cut off is refused', async () => {
    const table = await bench.read('{"a": 1}\n{"a": }\n{"a": 3}\n{"a": "secret', {}, 'f.jsonl');
    expect(table.cells).toEqual([['1'], ['3']]);
    expect(table.rejects.listed).toEqual([
      { line: 2, column: null, kind: 'INVALID JSON', detail: 'The record is not valid JSON.' },
      { line: 4, column: null, kind: 'INVALID JSON', detail: 'The record is not valid JSON.' },
    ]);
    const failure = await bench.failure(await bench.file('[{"a": 1},\n{"a": "secret', 'g.json'));
    expect(failure.code).toBe('FILE_DAMAGED');
    expect(failure.message).toContain('line 2');
    expect(failure.message).not.toContain('secret');
  });

  test.each([
    '12345678901234567890',
    '1.10',
    '1e3',
    '-0',
    '0.1',
    '0.30000000000000004',
    '1E+2',
    '100.000',
    '-12.5',
    '0.0000001',
    '123456789012345.12',
    '1.7976931348623157e308',
    '0',
  ])('the number %s keeps its text, alone and in an array', async (number) => {
    expect((await bench.read(`{"a":${number},"b":[ ${number} ],"c":"${number}"}`, {}, 'n.json')).cells).toEqual([
      [number, `[${number}]`, number],
    ]);
  });

  test('fields that turn up late are columns, and rejected records are counted once', async () => {
    const lines = [
      ...Array.from({ length: 30_000 }, (_, index) => `{"a":${index},"pad":"${'p'.repeat(50)}"}`),
      '{"a":',
      '{"a":1,"late":{"b":true}}',
    ];
    const table = await bench.read(lines.join('\n'), {}, 'late.jsonl');
    expect(table.names).toEqual(['a', 'pad', 'late.b']);
    expect(table.cells.at(-1)).toEqual(['1', null, 'true']);
    expect([table.rows, table.rejects.total]).toEqual([30_001, 1]);
  });

  test('records that cross the borders of the pieces a file is read in come back whole', async () => {
    const records = Array.from({ length: 40_000 }, (_, index) => ({ id: index, text: `é${'x'.repeat(index % 90)}` }));
    const table = await bench.read(JSON.stringify(records), {}, 'h.json');
    expect(table.cells).toEqual(records.map((record) => [String(record.id), record.text]));
  });
});

describe('Parquet', () => {
  const write = async (sql: string) => {
    const path = bench.place('t.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
    connection.closeSync();
    return path;
  };

  test('every type becomes text: ISO dates, exact decimals, nested fields spread, lists as JSON', async () => {
    const path =
      await write(`SELECT 9007199254740993::BIGINT AS "id", 1.50::DECIMAL(9,2) AS d, DATE '2024-01-02' AS day, \
TIMESTAMP '2024-01-02 03:04:05.5' AS ts,
      TIMESTAMPTZ '2024-01-02 03:04:05+02' AS tz, [1, 2] AS l, {'x': 1, 'y': 'z'} AS s, MAP {'k': 1} AS m, \
'abc'::BLOB AS b, '\\xAA'::BLOB AS b2, NULL::VARCHAR AS n, '' AS e, true AS t`);
    const table = await bench.readPath(path);
    expect(table.names).toEqual(['id', 'd', 'day', 'ts', 'tz', 'l', 's.x', 's.y', 'm', 'b', 'b2', 'n', 'e', 't']);
    expect(table.cells).toEqual([
      [
        '9007199254740993',
        '1.50',
        '2024-01-02',
        '2024-01-02 03:04:05.5',
        '2024-01-02 01:04:05+00',
        '[1,2]',
        '1',
        'z',
        '{"k":1}',
        'abc',
        '0xAA',
        null,
        '',
        'true',
      ],
    ]);
    expect(table.sha256).toBe(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  });

  test('a file that was cut off, one damaged in its middle and one without rows are refused', async () => {
    const whole = await readFile(
      await write('SELECT range::VARCHAR AS a, hash(range)::VARCHAR AS b FROM range(20000)'),
    );
    expect((await bench.failure(await bench.file(whole.subarray(0, whole.length - 100), 'cut.parquet'))).code).toBe(
      'FILE_DAMAGED',
    );
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 40, 4000);
    expect((await bench.failure(await bench.file(damaged, 'middle.parquet'))).code).toBe('FILE_DAMAGED');
    expect((await bench.failure(await write('SELECT 1 AS a WHERE false'))).code).toBe('FILE_EMPTY');
  });
});

describe('XLSX', () => {
  const workbook = async (fill: (book: ExcelJS.Workbook) => void) => {
    const book = new ExcelJS.Workbook();
    fill(book);
    const path = bench.place('book.xlsx');
    await book.xlsx.writeFile(path);
    return path;
  };

  test('dates come in ISO form, numbers and texts exactly, a formula with its stored value', async () => {
    const path = await workbook((book) => {
      book.addWorksheet('Empty');
      const sheet = book.addWorksheet('Kunden & Co');
      sheet.addRow(['name', 'born', 'seen', 'amount', 'zip', 'sum', 'ok']);
      sheet.addRow([
        'Ä "b"',
        new Date(Date.UTC(1980, 1, 29)),
        new Date(Date.UTC(2024, 0, 2, 3, 4, 5)),
        0.1,
        '00123',
        { formula: '1+1', result: 2 },
        true,
      ]);
      sheet.getRow(2).getCell(3).numFmt = 'yyyy-mm-dd hh:mm:ss';
      sheet.addRow([]);
      sheet.addRow(['x', null, null, 12345678901, '', null, false]);
    });
    const sniffed = await sniffSource(path, { directory: bench.work() });
    expect(sniffed.tables).toEqual(['Empty', 'Kunden & Co']);
    expect(sniffed.options).toMatchObject({ format: 'xlsx', table: 'Kunden & Co', header: true });
    const table = await bench.readPath(path);
    expect(table.names).toEqual(['name', 'born', 'seen', 'amount', 'zip', 'sum', 'ok']);
    expect(table.cells).toEqual([
      ['Ä "b"', '1980-02-29', '2024-01-02 03:04:05', '0.1', '00123', '2', 'true'],
      ['x', null, null, '12345678901', null, null, 'false'],
    ]);
  });

  test('a title above the table is left out and said; another sheet can be chosen', async () => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('One');
      sheet.addRow(['Report of the year']);
      sheet.addRow([]);
      for (const row of [
        ['id', 'age', 'city'],
        [1, 30, 'Bonn'],
        [2, 40, 'Ulm'],
      ])
        sheet.addRow(row);
      book.addWorksheet('Two').addRows([['k'], ['v']]);
    });
    const table = await bench.readPath(path);
    expect(table.names).toEqual(['id', 'age', 'city']);
    expect(table.cells).toEqual([
      ['1', '30', 'Bonn'],
      ['2', '40', 'Ulm'],
    ]);
    expect(table.warnings.join()).toContain('first 2 rows');
    expect((await bench.readPath(path, { options: { table: 'Two', header: true } })).cells).toEqual([['v']]);
    expect((await bench.failure(path, { options: { table: 'Three' } })).code).toBe('WRONG_USAGE');
  });

  test('a workbook that was cut off, one that would unpack to gigabytes and a plain ZIP are refused', async () => {
    const path = await workbook((book) => void book.addWorksheet('One').addRows([['id'], [1]]));
    const whole = await readFile(path);
    expect(
      (await bench.failure(await bench.file(whole.subarray(0, whole.length - 200), 'cut.xlsx'))).message,
    ).toContain('cut off');
    // The size that the directory states for its largest part, raised to 3.9 GiB.
    const bomb = Buffer.from(whole);
    bomb.writeUInt32LE(0xfa000000, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect((await bench.failure(await bench.file(bomb, 'bomb.xlsx'))).message).toContain('would unpack to');
    const plain = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');
    expect((await bench.failure(await bench.file(plain, 'files.zip'))).code).toBe('FORMAT_UNKNOWN');
    expect((await bench.failure(await bench.file(plain, 'files.xlsx'))).code).toBe('FORMAT_UNKNOWN');
  });
});

describe('SQLite', () => {
  const database = (sql: string) => {
    const path = bench.place('data.sqlite');
    const db = new Database(path);
    db.exec(sql);
    db.close();
    return path;
  };

  test('the table with the most rows is read in full precision; the source and its folder stay untouched', async () => {
    const path =
      database(`PRAGMA journal_mode = WAL; CREATE TABLE small (x); CREATE TABLE "my ""table""" ("id" INTEGER, "na,me" \
TEXT, r REAL, b BLOB, e TEXT);
      INSERT INTO "my ""table""" VALUES (9007199254740993, 'a"b', 1.5, x'FF00', ''), (2, NULL, 3.0, CAST('txt' AS \
BLOB), 'z'); CREATE VIEW v AS SELECT 1;`);
    const before = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const names = await readdir(bench.root());
    const table = await bench.readPath(path);
    expect(table.detections.find((item) => item.option === 'table')?.value).toBe('my "table"');
    expect(table.names).toEqual(['id', 'na,me', 'r', 'b', 'e']);
    expect(table.cells).toEqual([
      ['9007199254740993', 'a"b', '1.5', '0xFF00', ''],
      ['2', null, '3.0', 'txt', 'z'],
    ]);
    expect(table.sha256).toBe(before);
    expect(await readdir(bench.root())).toEqual(names);
    expect((await sniffSource(path, { directory: bench.work() })).tables).toEqual(['my "table"', 'small', 'v']);
  });

  test('a database with a rollback journal is read where it lies', async () => {
    const path = database(
      "CREATE TABLE t (x TEXT, g TEXT AS (x || '!') VIRTUAL); INSERT INTO t (x) VALUES ('a'), (NULL)",
    );
    const names = await readdir(bench.root());
    expect((await bench.readPath(path)).cells).toEqual([
      ['a', 'a!'],
      [null, null],
    ]);
    expect(await readdir(bench.root())).toEqual(names);
  });

  test('a damaged database, one without tables and an unknown table are refused', async () => {
    const whole = await readFile(
      database(
        'CREATE TABLE a (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT ' +
          'INTO a SELECT i FROM n;',
      ),
    );
    expect((await bench.failure(await bench.file(whole.subarray(0, 20_000), 'cut.sqlite'))).code).toBe('FILE_DAMAGED');
    expect((await bench.failure(database('CREATE TABLE t (x); DROP TABLE t;'))).code).toBe('FILE_EMPTY');
    expect(
      (await bench.failure(database('CREATE TABLE t (x); INSERT INTO t VALUES (1)'), { options: { table: 'u' } })).code,
    ).toBe('WRONG_USAGE');
    expect((await bench.failure(database('CREATE TABLE t (x)'))).code).toBe('FILE_EMPTY');
  });
});
