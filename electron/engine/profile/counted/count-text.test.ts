import { mkdtempSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { csvRelation } from '#engine/intake/csv/csv-relation.ts';
import type { PlainText } from '#engine/intake/source.ts';
import { readCsv } from '#engine/analysis/readers.ts';
import { needsTrim } from '../column-values.ts';
import { valuesOfTable } from '../column-values-of.ts';
import { isShortened } from '../shortened.ts';
import { countText } from './count-text.ts';
import { apartValues, keptValues } from './counted-values.ts';

const folder = mkdtempSync(join(tmpdir(), 'custos-count-text-'));
const file = join(folder, 'some.csv');
const lines = join(folder, 'counted.csv');
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ directory: folder });
});
afterEach(() => rmSync(lines, { force: true }));
afterAll(() => {
  duck.close();
  rmSync(folder, { recursive: true, force: true });
});

const head = 'a;b;c';
const dialect = { delimiter: ';', quote: '"', escape: '"', header: true, skipLines: 0 };
const reading = {
  delimiter: ';',
  quote: '"',
  escape: '"',
  header: false,
  newLine: '\\n',
  fillShort: false,
  parallel: true,
} as const;
const relation = (lineEnd: 'lf' | 'crlf' = 'lf'): string =>
  csvRelation(file, dialect, 3, { longest: 5000, lineEnd, trickyQuotes: false });

function plainOf(text: string, rows: number, lineEnd = '\n'): PlainText {
  writeFileSync(file, text);
  const { size } = statSync(file);
  return { path: file, bytes: size, from: head.length + lineEnd.length, rows, columns: 3, delimiter: ';', quote: '"' };
}

/** The different texts of a column, its rows and the most frequent ones, by the data engine. */
async function byEngine(from: string, column: string): Promise<Record<string, unknown>> {
  const each = `(SELECT ${column} AS v, count(*)::INTEGER AS n FROM ${from} WHERE ${column} IS NOT NULL GROUP BY ${column})`;
  const [measured] = await duck.query(
    `SELECT count(*) AS "distinct", sum(n)::BIGINT AS filled, min(length(v)) AS shortest, max(length(v)) AS longest, ` +
      `sum(length(v) * n)::BIGINT AS lengths, min(v) AS first, max(v) AS last, bool_or(${needsTrim('v')}) AS odd, ` +
      `count(*) FILTER (${isShortened('v')})::INTEGER AS shortened, bool_or(contains(v, '+')) AS signed FROM ${each}`,
  );
  return {
    ...measured,
    values: await duck.query(`SELECT v, n FROM ${each} ORDER BY v`),
    top: await duck.query(`SELECT v AS value, n AS count FROM ${each} ORDER BY n DESC, v LIMIT 10`),
  };
}

const signs = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    '7',
    '0',
    '-',
    '+',
    'e',
    'E',
    '.',
    ' ',
    '\t',
    'é',
    '\u00a0',
    '\u2003',
    '😀',
    "'",
    '\\',
  ),
  maxLength: 30,
});
const field = fc.oneof(
  { weight: 3, arbitrary: signs },
  { weight: 2, arbitrary: signs.map((text) => `"${text};"`) },
  { weight: 1, arbitrary: fc.constantFrom('', '""', '2024-02-29', '6.49E+17', 'x'.repeat(900), 'x'.repeat(1500)) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map(String) },
);

it('counts of any plain rows what the data engine counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(['\n', 'lf'] as const, ['\r\n', 'crlf'] as const),
      fc.boolean(),
      async (rows, [end, lineEnd], ended) => {
        const text = [head, ...rows.map((row) => row.join(';'))].join(end) + (ended ? end : '');
        const counted = (await countText(plainOf(text, rows.length, end), ['kept', 'apart', null], lines))!;
        const [kept, apart] = [await byEngine(relation(lineEnd), 'c1'), await byEngine(relation(lineEnd), 'c2')];
        const texts = readCsv(lines, { ...reading, columns: ['slot', 'n', 'v'] });
        expect(await duck.query(`SELECT v, n::INTEGER AS n FROM ${texts} ORDER BY v`)).toEqual(kept.values);
        rmSync(lines);
        const found = counted.apart.get(1);
        if (found === undefined) {
          // A column with anything to trim, with what looks like a shortened number or with a long text is left.
          expect(apart.odd === true || apart.signed === true || Number(apart.longest) > 250).toBe(true);
          return;
        }
        expect([apart.odd === true, apart.shortened ?? 0, found.filled]).toEqual([false, 0, Number(apart.filled ?? 0)]);
        if (found.filled === 0) return;
        const { distinct, filled, shortest, longest, lengths, first, last, top } = found;
        expect(apart).toMatchObject({ distinct, filled, shortest, longest, lengths, first, last, top });
      },
    ),
    { seed: 5, numRuns: 40 },
  );
});

const long = (rows: number, cell: (at: number) => string): string =>
  `${head}\n${Array.from({ length: rows }, (_, at) => `${cell(at)};${cell(at)};x`).join('\n')}\n`;

describe('finds again, on its second run,', () => {
  it.each([
    ['values that all differ', (at: number) => `id-${at}`],
    ['values that all differ, falling', (at: number) => `id-${90_000 - at}`],
    ['a value that comes twice', (at: number) => `id-${at === 29_999 ? 3 : at}`],
    ['values that each come twice', (at: number) => `id-${at % 15_000}`],
    ['few values', (at: number) => `id-${(at * at) % 7}`],
    [
      'moments',
      (at: number) => new Date(Date.UTC(2024, 0, 1) + ((at * 7919) % 29_000) * 1000).toISOString().slice(0, 19),
    ],
  ])('%s', async (_, cell) => {
    const counted = await countText(plainOf(long(30_000, cell), 30_000), [null, 'apart', null], lines);
    const { distinct, top, first, last, filled } = counted!.apart.get(1)!;
    expect({ distinct, top, first, last, filled }).toEqual(
      await byEngine(relation(), 'c2').then((told) => ({
        distinct: told.distinct,
        top: told.top,
        first: told.first,
        last: told.last,
        filled: told.filled,
      })),
    );
  });
});

describe('tells a type where all texts follow it as it is usually written', () => {
  it.each([
    ['integer', ['0', '-17', '999999999999999999', '3'], [-17, 1e18]],
    ['date', ['2024-02-29', '0001-01-01', '9999-12-31'], null],
    ['timestamp', ['2024-02-29 23:59:59', '2000-02-29T00:00:00'], null],
    [null, ['1', '01'], null],
    [null, ['1', '+1'], null],
    [null, ['0', '-0'], null],
    [null, ['1', '1234567890123456789'], null],
    [null, ['2024-02-29', '2023-02-29'], null],
    [null, ['2024-02-29', '1900-02-29'], null],
    [null, ['2024-04-30', '2024-04-31'], null],
    [null, ['2024-02-29', '0000-01-01'], null],
    [null, ['2024-02-29 23:59:59', '2024-02-29 24:00:00'], null],
    [null, ['2024-02-29 23:59:59', '2024-02-29 23:59:5x'], null],
    [null, ['2024-02-29', '2024-02-29 23:59:59'], null],
  ] as const)('%s of %j', async (type, cells, range) => {
    const rows = cells.map((cell) => `x;${cell};y`);
    const counted = await countText(plainOf([head, ...rows].join('\n'), rows.length), [null, 'apart', null], lines);
    const column = {
      name: 'b',
      physical: 'c2',
      header: 'b',
      at: 1,
      head: { filled: 0, distinct: 0, bytes: 0, first: null, last: null },
    };
    const [row] = (await apartValues(duck, relation(), [column], counted!)).measured;
    expect(row!['tested'] === true ? type : null).toBe(type);
    if (type !== null) expect(row![`is_${type}`]).toBe(true);
    if (range) expect([row!['lowest'], row!['highest']]).toEqual(range);
    // What it tells is what the data engine says of every value.
    const test = { integer: 'DOUBLE', date: 'DATE', timestamp: 'TIMESTAMP' } as const;
    if (type === null) return;
    const [every] = await duck.query(
      `SELECT bool_and(TRY_CAST(c2 AS ${test[type]}) IS NOT NULL) AS every FROM ${relation()}`,
    );
    expect(every).toEqual({ every: true });
  });
});

it('keeps the texts of a file for the data engine, to be trimmed there', async () => {
  const text = `${head}\n a ;x;1\na;x;2\n;"";3\n"";y;4\n"b;b";y;5\n`;
  const counted = await countText(plainOf(text, 5), ['kept', null, 'kept'], lines);
  const values = await keptValues(duck, counted!, 'kept_texts');
  expect(await duck.query(`SELECT slot, v, n FROM ${values.of([0])} ORDER BY v`)).toEqual([
    { slot: 0, v: 'a', n: 2 },
    { slot: 0, v: 'b;b', n: 1 },
  ]);
  expect([values.rows, values.measured.length, (await valuesOfTable(duck, 'kept_texts', 5)).rows]).toEqual([5, 2, 5]);
});

describe('leaves to the data engine', () => {
  it.each([
    ['a quote inside a field', 'x;y"z;w', 3],
    ['a doubled quote', '"x""y";z;w', 3],
    ['text behind a closing quote', '"x" ;y;z', 3],
    ['a line end inside quotes', '"x\ny";z;w', 3],
    ['a lone carriage return', 'x\ry;z;w', 3],
    ['a field too few', 'x;y', 3],
    ['a field too many', 'x;y;z;w', 3],
    ['a quote that nothing closes', 'x;y;"z', 3],
    ['an empty line', '', 3],
    ['one row more than were counted', 'x;y;z', 2],
    ['one row less than were counted', 'x;y;z', 4],
    ['a record that is longer than what is read at once', `x;y;${'z'.repeat(5 * 2 ** 20)}`, 3],
  ])('%s', async (_, line, rows) => {
    const plain = plainOf(`${head}\nx;y;z\n${line}\nx;y;z\n`, rows);
    expect(await countText(plain, ['kept', 'apart', 'kept'], lines)).toBeNull();
    expect(existsSync(lines)).toBe(false);
  });
});

it('stops where it is cancelled, and leaves nothing behind', async () => {
  const stop = new AbortController();
  stop.abort();
  const plain = plainOf(`${head}\nx;y;z\n`, 1);
  await expect(countText(plain, ['kept', 'apart', null], lines, stop.signal)).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
  expect(existsSync(lines)).toBe(false);
});
