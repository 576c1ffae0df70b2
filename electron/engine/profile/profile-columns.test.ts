import { afterEach, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { profileColumns } from './profile-columns.ts';

const open: { duck: Duck; directory: string }[] = [];
async function duckWith(sql: string): Promise<Duck> {
  const directory = mkdtempSync(join(tmpdir(), 'custos-profile-'));
  const duck = await openDuck({ directory });
  open.push({ duck, directory });
  await duck.run(sql);
  return duck;
}
afterEach(() =>
  open.splice(0).forEach(({ duck, directory }) => (duck.close(), rmSync(directory, { recursive: true, force: true }))),
);

const column = (physical: string, name = physical) => ({ name, physical, header: name });

test('counts rows, blanks and different values of every column exactly', async () => {
  const duck = await duckWith(
    `CREATE TABLE t AS SELECT * FROM (VALUES ('1','a',''), ('2','b',' '), ('2',NULL,NULL)) v(c1, c2, c3)`,
  );
  const [one, two, three] = await profileColumns(duck, 't', [column('c1', 'age'), column('c2'), column('c3')]);
  expect(one).toMatchObject({ name: 'age', valueType: 'integer', rows: 3, nulls: 0, distinct: 2, min: '1', max: '2' });
  expect(two).toMatchObject({ valueType: 'text', nulls: 1, distinct: 2, min: 'a', max: 'b' });
  expect(three).toMatchObject({ valueType: 'empty', nulls: 3, distinct: 0, min: null });
});

test('numbers are compared as numbers, and a leading zero keeps a code a text', async () => {
  const duck = await duckWith(
    `CREATE TABLE t AS SELECT * FROM (VALUES ('9','01234','1.5'), ('10','90210','-2')) v(c1, c2, c3)`,
  );
  const [one, two, three] = await profileColumns(duck, 't', [column('c1'), column('c2'), column('c3')]);
  expect([one?.min, one?.max]).toEqual(['9', '10']);
  expect(two?.valueType).toBe('text');
  expect([three?.valueType, three?.min]).toEqual(['decimal', '-2']);
});

test('the bars of a histogram add up to the numbers in the column', async () => {
  const duck = await duckWith(`CREATE TABLE t AS SELECT range::VARCHAR AS c1 FROM range(1000)`);
  const [one] = await profileColumns(duck, 't', [column('c1')]);
  expect(one?.histogram).toHaveLength(20);
  expect(one?.histogram?.reduce((sum, bar) => sum + bar.count, 0)).toBe(1000);
  expect(one?.histogram?.every((bar) => bar.count === 50)).toBe(true);
});

test('cells without a number are in no bar, and minus zero is zero', async () => {
  const duck = await duckWith(
    `CREATE TABLE t AS SELECT * FROM (VALUES ('0'), ('-0'), ('10'), ('10'), (''), (NULL)) v(c1)`,
  );
  const [one] = await profileColumns(duck, 't', [column('c1')]);
  expect(one?.histogram?.map((bar) => bar.count).filter((count) => count > 0)).toEqual([2, 2]);
});
test('a file is measured as a table is', async () => {
  const duck = await duckWith(
    `CREATE TABLE t AS SELECT (range % 7)::VARCHAR AS c1, 'n' || (range % 3) AS c2 FROM range(100)`,
  );
  const columns = [column('c1'), column('c2')];
  expect(await profileColumns(duck, '(SELECT c1, c2 FROM t)', columns, { withTop: true })).toEqual(
    await profileColumns(duck, 't', columns, { withTop: true }),
  );
  expect(await duck.query('SELECT table_name FROM duckdb_tables() WHERE temporary')).toEqual([]);
});
test('dates, moments and booleans are told apart from text', async () => {
  const duck = await duckWith(
    `CREATE TABLE t AS SELECT '2024-02-29' AS c1, '2024-02-29 10:00:00' AS c2, 'true' AS c3, '2023-02-30' AS c4`,
  );
  expect(
    (
      await profileColumns(
        duck,
        't',
        ['c1', 'c2', 'c3', 'c4'].map((name) => column(name)),
      )
    ).map((profile) => profile.valueType),
  ).toEqual(['date', 'timestamp', 'boolean', 'text']);
});

test('the most frequent values come only when asked for', async () => {
  const duck = await duckWith(`CREATE TABLE t AS SELECT * FROM (VALUES ('a'), ('b'), ('a')) v(c1)`);
  expect((await profileColumns(duck, 't', [column('c1')]))[0]?.top).toEqual([]);
  expect((await profileColumns(duck, 't', [column('c1')], { withTop: true }))[0]?.top).toEqual([
    { value: 'a', count: 2 },
    { value: 'b', count: 1 },
  ]);
});

test('a column may be called anything, and there may be many', async () => {
  const physical = Array.from({ length: 900 }, (_, at) => `c${at + 1}`);
  const duck = await duckWith(`CREATE TABLE t AS SELECT ${physical.map((name) => `'x' AS ${name}`).join(', ')}`);
  const seen: number[] = [];
  const profiles = await profileColumns(
    duck,
    't',
    physical.map((name) => column(name, `a"b';-- ${name}`)),
    { onProgress: (done) => seen.push(done) },
  );
  expect(profiles).toHaveLength(900);
  expect(profiles.every((profile) => profile.distinct === 1)).toBe(true);
  expect(seen).toEqual([400, 800, 900]);
});

test('stops when asked to', async () => {
  const duck = await duckWith(`CREATE TABLE t AS SELECT 'x' AS c1`);
  await expect(profileColumns(duck, 't', [column('c1')], { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
});

test.each([
  ['dd.mm.yyyy', ['24.12.1961', '01.01.1945', '', '31.07.2003'], 'date', ['d.m.y'], ['1945-01-01', '2003-07-31']],
  ['dd/mm/yyyy', ['24/12/1961', '01/01/1945'], 'date', ['d/m/y'], ['1945-01-01', '1961-12-24']],
  ['mm/dd/yyyy', ['12/24/1961', '01/01/1945'], 'date', ['m/d/y'], ['1945-01-01', '1961-12-24']],
  ['mm-dd-yyyy', ['12-24-1961', '01-01-1945'], 'date', ['m-d-y'], ['1945-01-01', '1961-12-24']],
  ['m/d/yy', ['5/13/85', '1/2/99'], 'date', ['m/d/y'], [null, null]],
  ['month by name', ['3 Mar 2021', 'January 5, 2020'], 'date', ['month-name'], ['2020-01-05', '2021-03-03']],
  [
    'a time of day behind',
    ['24.12.2021 08:30', '01.01.2020 10:00'],
    'timestamp',
    ['d.m.y'],
    ['2020-01-01', '2021-12-24'],
  ],
  ['either way round', ['01/02/2003', '03/04/2005'], 'date', ['d/m/y', 'm/d/y'], [null, null]],
  ['either way round, with dashes', ['01-02-2003', '03-04-2005'], 'date', ['d-m-y', 'm-d-y'], [null, null]],
  ['a word among them', ['24.12.1961', 'unknown', '31.07.2003'], 'text', [], ['24.12.1961', 'unknown']],
  ['two ways at once', ['24.12.1961', '12/24/1961'], 'text', [], ['12/24/1961', '24.12.1961']],
  ['a day that is none', ['31.02.2020', '01.01.2020'], 'text', [], ['01.01.2020', '31.02.2020']],
  ['versions', ['1.2.10', '1.3.11', '10.12.20'], 'text', [], ['1.2.10', '10.12.20']],
])('a column of %s is typed by every value of it', async (_what, values, valueType, dateForms, [min, max]) => {
  const duck = await duckWith(
    `CREATE TABLE t AS SELECT * FROM (VALUES ${values.map((value) => `('${value}')`).join(', ')}) v(c1)`,
  );
  const [profile] = await profileColumns(duck, 't', [column('c1')]);
  expect(profile).toMatchObject({ valueType, dateForms, min, max });
});
