import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDuck, rowsOf, tableOf } from '#test/support/duck-rows.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { duckDialect } from './dialect.ts';
import { quickWay } from './quick-way.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => ({ duck, close } = await openTestDuck()));
afterAll(async () => close());

const texts = [
  null,
  '',
  ' ',
  '\t',
  '\u00a0',
  '\u00a0 \n',
  'a',
  ' a',
  'a ',
  '\u00a0a\u00a0',
  '!',
  '~',
  '~~',
  '\x7f',
  'é',
  'é ',
  'a\nb',
  '\na',
  '\u2009a',
  '0',
  '-0',
  '+5',
  '5.',
  '.5',
  '1e3',
  '1e-99',
  '12.50',
  '1,234.5',
  '1.234,5',
  '12 000',
  '$5',
  '-7%',
  '1e999',
  '9007199254740993',
  '99999999999999999999',
  'NaN',
  'inf',
  '0x10',
  '2024-02-29',
  '2023-02-29',
  '2024-13-01',
  '2024-01-01 10:00',
  '2024-01-01T10:00:59',
  '2024-01-01 25:00:00',
  '2024-01-01 10:00:00 UTC',
  '2024-1-5',
  '2024-05',
  ' 2024-01-01 ',
  '0001-01-01',
  '9999-12-31',
  '10.0.0.1',
  ' 10.0.0.1',
  '256.0.0.1',
  '1.2.3',
  '1.2.3.4.5',
  '01.002.3.4',
  '::ffff:10.1.2.3',
  '2001:db8::1',
  '203.0.113.254',
];

/** The same expression, written so that only the full way is left: too long for the quick one. */
const fullOnly = (sql: (value: string) => string): string =>
  sql(`coalesce(c1, ${Array.from({ length: 120 }, () => 'NULL').join(', ')})`);

it.each([
  ['blank-to-null', (value: string) => duckDialect.functions['blank-to-null']([value], [])],
  ['trim', (value: string) => duckDialect.functions.trim([value], [])],
  [
    'parse-number with a point',
    (value: string) => duckDialect.functions['parse-number']([value], [{ kind: 'null' }, { kind: 'text', value: '.' }]),
  ],
  [
    'parse-number with a comma',
    (value: string) => duckDialect.functions['parse-number']([value], [{ kind: 'null' }, { kind: 'text', value: ',' }]),
  ],
  [
    'parse-date',
    (value: string) => duckDialect.functions['parse-date']([value], [{ kind: 'null' }, { kind: 'text', value: 'iso' }]),
  ],
  ['truncate-ip', (value: string) => duckDialect.functions['truncate-ip']([value], [])],
])('%s gives the same by its quick way as by its full one', async (_name, sql) => {
  await tableOf(
    duck,
    't',
    1,
    texts.map((text) => [text]),
  );
  expect(sql('c1')).toContain('CASE WHEN');
  expect(sql('c1')).not.toBe(fullOnly(sql).replaceAll(/coalesce\(c1(, NULL)*\)/g, 'c1'));
  const rows = await rowsOf(
    duck,
    `SELECT (${sql('c1')})::VARCHAR AS quick, (${fullOnly(sql)})::VARCHAR AS "full" FROM t`,
  );
  expect(rows.map(([quick]) => quick)).toEqual(rows.map(([, full]) => full));
  expect(rows.some(([quick]) => quick !== null)).toBe(true);
});

it('writes whole numbers as formats do', async () => {
  await tableOf(
    duck,
    'n',
    1,
    [
      '0',
      '-0.0',
      '-0.2',
      '0.5',
      '1',
      '1.5',
      '2.5',
      '-3',
      '123456',
      '999999999999999',
      '1e15',
      '1e18',
      '12345678901234567890',
      null,
    ].map((text) => [text]),
  );
  const sql = (value: string) => duckDialect.functions['format-number']([value, '0'], []);
  const rows = await rowsOf(
    duck,
    `SELECT ${sql('(c1::DOUBLE)')} AS a, regexp_replace(format('{:.0f}', c1::DOUBLE), '^-0$', '0') AS b FROM n`,
  );
  expect(rows.map(([a]) => a)).toEqual(rows.map(([, b]) => b));
  expect(rows.at(-1)).toEqual([null, null]);
});

it('never lets a statement grow with its nesting', () => {
  let sql = 'c1';
  for (let level = 0; level < 30; level += 1) sql = quickWay(sql, `${sql} = ''`, sql, `lower(${sql})`);
  expect(sql.length).toBeLessThan(5000);
});
