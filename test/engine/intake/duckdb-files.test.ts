import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, expect, test, vi } from 'vitest';
import { quoteText } from '#shared/sql/quote.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { intakeBench } from './open-table.ts';

/** As in a packaged app, which reads in its own process; damaged files in one of their own are in `fuzz`. */
vi.hoisted(() => Object.defineProperty(process.versions, 'electron', { value: '0', configurable: true }));
afterAll(() => void Reflect.deleteProperty(process.versions, 'electron'));

const bench = intakeBench();

/** A database that these statements fill; they call it `made`. */
async function make(statements: string, storage = 'v1.0.0'): Promise<string> {
  const path = bench.place('made.duckdb');
  const duck = await openDuck({ directory: bench.root() });
  await duck.run(`ATTACH ${quoteText(path)} AS made (STORAGE_VERSION ${quoteText(storage)})`);
  await duck.run(`${statements}; CHECKPOINT made; DETACH made`);
  duck.close();
  return path;
}

const several =
  `CREATE TABLE made.few AS SELECT 'x' AS a; CREATE SCHEMA made.shop; ` +
  `CREATE TABLE made.shop.orders AS SELECT range AS nr, 'p' || range AS who FROM range(5); ` +
  `USE made; CREATE VIEW late AS SELECT who FROM shop.orders WHERE nr > 2; USE memory`;

test('the table with the most rows is read, every other table and view is told and can be chosen', async () => {
  const path = await make(several);
  const found = await sniffSource(path, { directory: bench.work() });
  expect(found.options).toEqual({ format: 'duckdb', table: 'shop.orders' });
  expect(found.tables).toEqual(['few', 'shop.orders', 'late']);
  expect(found.alternatives.map(({ changed }) => changed.table)).toEqual(['few', 'late']);
  expect(found.warnings.join('\n')).toMatch(/“shop\.orders”[\s\S]*“few”[\s\S]*“late”/);
  const orders = await bench.readPath(path);
  expect([orders.names, orders.cells.at(-1), orders.rows]).toEqual([['nr', 'who'], ['4', 'p4'], 5]);
  const late = await bench.readPath(path, { options: { table: 'late' } });
  expect(late.cells).toEqual([['p3'], ['p4']]);
  expect((await bench.failure(path, { options: { table: 'orders' } })).code).toBe('WRONG_USAGE');
  expect(await readdir(bench.work())).toEqual([]);
});

test('every type comes as its text, structs spread, nothing apart from an empty text', async () => {
  const path = await make(
    `CREATE TABLE made.t AS SELECT 12345678901234567890123456789012345678::HUGEINT AS h, 1.50::DECIMAL(9,2) AS d, ` +
      `DATE '2026-01-02' AS day, TIMESTAMPTZ '2026-01-02 03:04:05+02' AS at, {'town': 'Bonn', 'zip': '007'} AS home, ` +
      `[1, NULL, 2] AS list, MAP {'k': 1} AS m, '101'::BIT AS b, INTERVAL 26 HOUR AS i, 'a\\xFF'::BLOB AS raw, ` +
      `'' AS empty, NULL::INTEGER AS none, 'b'::ENUM('a', 'b') AS e, union_value(n := 3) AS u, true AS f, ` +
      `TIME '10:00:00' AS clock, uuid '00000000-0000-0000-0000-000000000001' AS id, 0.1::DOUBLE AS r`,
  );
  const { names, cells } = await bench.readPath(path);
  expect(Object.fromEntries(names.map((name, at) => [name, cells[0]![at]]))).toEqual({
    h: '12345678901234567890123456789012345678',
    d: '1.50',
    day: '2026-01-02',
    at: '2026-01-02 01:04:05+00',
    'home.town': 'Bonn',
    'home.zip': '007',
    list: '[1,null,2]',
    m: '{"k":1}',
    b: '101',
    i: '26:00:00',
    raw: '0x61FF',
    empty: '',
    none: null,
    e: 'b',
    u: expect.stringContaining('3') as string,
    f: 'true',
    clock: '10:00:00',
    id: '00000000-0000-0000-0000-000000000001',
    r: '0.1',
  });
});

test('a view that reads another file, or fails, is refused, and the file beside it stays unread', async () => {
  const beside = await bench.file('secret\n1\n', 'beside.csv');
  const path = bench.place('view.duckdb');
  const stem = path.slice(bench.root().length + 1).split('.')[0]!;
  const duck = await openDuck({ directory: bench.root() });
  await duck.run(
    `ATTACH ${quoteText(path)} AS made; CREATE TABLE made.t AS SELECT 1 AS a; ` +
      `CREATE VIEW made.out AS SELECT * FROM read_csv(${quoteText(beside)}); ` +
      `CREATE VIEW made.bad AS SELECT error('ada@example.org') AS a FROM made.t; DETACH made; ` +
      // By the name that the file gives its database.
      `ATTACH ${quoteText(path)}; CREATE VIEW "${stem}".own AS SELECT a + 1 AS b FROM "${stem}".t; DETACH "${stem}"`,
  );
  duck.close();
  expect((await bench.readPath(path, { options: { table: 'own' } })).cells).toEqual([['2']]);
  const plain = await bench.readPath(path);
  expect([plain.options.table, plain.cells]).toEqual(['t', [['1']]]);
  for (const table of ['out', 'bad']) {
    const { code, message } = await bench.failure(path, { options: { table } });
    expect([code, message]).toEqual(['FILE_UNREADABLE', expect.stringContaining(`“${table}”`)]);
    expect(message).not.toContain('ada@');
  }
});

test('newer and older storage, encryption and damage are refused by name', async () => {
  const path = await make('CREATE TABLE made.t AS SELECT range AS a FROM range(3000)', 'latest');
  const bytes = await readFile(path);
  // What this engine writes at its newest is what the reader takes for the newest.
  expect([bytes.readBigUInt64LE(12), (await bench.readPath(path)).rows]).toEqual([68n, 3000]);
  const changed = async (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(bytes);
    change(copy);
    return bench.failure(await bench.file(copy, 'changed.duckdb'));
  };
  const newer = await changed((copy) => {
    copy.writeBigUInt64LE(99n, 12);
    copy.write('v7.8.9', 52, 'latin1');
  });
  expect(newer).toEqual({ code: 'FORMAT_UNKNOWN', message: expect.stringMatching(/version 99 \(DuckDB v7\.8\.9\)/) });
  expect((await changed((copy) => copy.writeBigUInt64LE(39n, 12))).message).toContain('version 39, older than');
  expect((await changed((copy) => copy.writeBigUInt64LE(1n, 20))).message).toContain('encrypted');
  expect((await changed((copy) => copy.fill(7, 4096, 9000))).code).toBe('FILE_DAMAGED');
  const cut = await bench.failure(await bench.file(bytes.subarray(0, 20_000), 'cut.db'));
  expect(cut.code).toBe('FILE_DAMAGED');
  const none = await bench.failure(await make('CREATE SCHEMA made.s'));
  expect(none.code).toBe('FILE_EMPTY');
  expect((await bench.failure(await bench.file('not one', 'x.duckdb'))).message).toContain('a DuckDB database');
});

test('a database that another program writes to is read with what it wrote last, and left as it is', async () => {
  const path = await make('CREATE TABLE made.t AS SELECT 1 AS a');
  const duck = createRequire(import.meta.url).resolve('@duckdb/node-api');
  const writer = spawn(
    process.execPath,
    [
      '-e',
      `require(${JSON.stringify(duck)}).DuckDBInstance.create(${JSON.stringify(path)}).then(async (made) => {
         await (await made.connect()).run('INSERT INTO t VALUES (2)');
         console.log('written');
         setInterval(() => made, 1000);
       })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await once(writer.stdout, 'data');
    const before = [await readFile(path), await readFile(`${path}.wal`)];
    expect((await bench.readPath(path)).cells).toEqual([['1'], ['2']]);
    expect([await readFile(path), await readFile(`${path}.wal`)]).toEqual(before);
  } finally {
    writer.kill('SIGKILL');
    await once(writer, 'exit');
  }
  // Left behind by a crash, it is read where it lies; nothing is played back into the file.
  const moved = bench.place('left.duckdb');
  await copyFile(path, moved);
  await copyFile(`${path}.wal`, `${moved}.wal`);
  const before = await readFile(moved);
  expect((await bench.readPath(moved)).rows).toBe(2);
  expect(await readFile(moved)).toEqual(before);
  expect((await readdir(bench.root())).filter((name) => name.includes('left'))).toHaveLength(2);
});

test('a table without end is stopped by its size or time, and Cancel stops it at once', async () => {
  const path = await make(`CREATE VIEW made.endless AS SELECT hash(range) AS a FROM range(100000000000)`);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 300);
  const began = performance.now();
  expect((await bench.failure(path, { signal: stop.signal })).code).toBe('JOB_CANCELLED');
  expect(performance.now() - began).toBeLessThan(10_000);
  await writeFile(`${bench.root()}/done`, '');
  expect(await readdir(bench.work())).toEqual([]);
});
