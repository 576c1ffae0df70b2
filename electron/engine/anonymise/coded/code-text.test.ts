import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { csvRelation } from '#engine/intake/csv/csv-relation.ts';
import { openSource } from '#engine/intake/open-source.ts';
import type { PlainText } from '#engine/intake/source.ts';
import { codeTable } from './code-table.ts';
import { codeText } from './code-text.ts';
import { codeRows, type CodedTable } from './coded-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'custos-code-text-'));
const file = join(folder, 'some.csv');
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ directory: folder });
});
afterAll(() => {
  duck.close();
  rmSync(folder, { recursive: true, force: true });
});

const dialect = { delimiter: ';', quote: '"', escape: '"', header: true, skipLines: 0 };
const head = 'a;b;c';

function plainOf(text: string, rows: number, lineEnd = '\n'): PlainText {
  writeFileSync(file, text);
  const { size } = statSync(file);
  return { path: file, bytes: size, from: head.length + lineEnd.length, rows, columns: 3, delimiter: ';', quote: '"' };
}

const wanted = [
  { name: 'c', at: 2 },
  { name: 'a', at: 0 },
];

const cells = ({ rows, columns }: CodedTable): (string | null)[][] =>
  Array.from({ length: rows }, (_, row) => columns.map(({ codes, values }) => values[codes[row]!] ?? null));

const byEngine = (lineEnd: 'lf' | 'crlf'): Promise<CodedTable> =>
  codeTable({
    duck,
    relation: csvRelation(file, dialect, 3, { longest: 200, lineEnd, trickyQuotes: false }),
    columns: wanted.map(({ name, at }) => ({ name, sql: `c${at + 1}` })),
  });

const field = fc.constantFrom(
  '',
  '""',
  'x',
  '"x"',
  ' x ',
  '"a;b"',
  '7 signs',
  '8 signs.',
  'nine sign',
  'sixteen signs ..',
  '"more than sixteen signs, quoted"',
  'Ärger',
  '\u00e9',
  'e\u0301',
  '日本語のテキスト',
  '-1,5',
  "'",
  '\\',
);

it('gives of any plain rows what the data engine gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 40 }),
      fc.constantFrom(['\n', 'lf'] as const, ['\r\n', 'crlf'] as const),
      fc.boolean(),
      async (rows, [end, lineEnd], ended) => {
        const text = [head, ...rows.map((row) => row.join(';'))].join(end) + (ended ? end : '');
        const found = await codeText(plainOf(text, rows.length, end), wanted);
        expect(found).toEqual(await byEngine(lineEnd));
      },
    ),
    { seed: 11, numRuns: 25 },
  );
});

it.each([
  ['a byte order mark', '\uFEFFa;b;c\nx;y;z\nx;;z\n', true],
  ['quoted names', '"a";"b";"c"\r\nx;y;"z;z"\r\n;y;z', true],
  ['no names', 'anna;1990-05-17;12\nbert;1991-04-02;13\n', false],
  ['lines before the names', 'Report of May\n\na;b;c\nx;y;z\nx;y;z\nu;v;w\n', false],
  ['a row that cannot be read', 'a;b;c\nx;y;z\nx;y\nu;v;w\nx;y;z\n', false],
  ['mixed line ends', 'a;b;c\r\nx;y;z\nx;y;z\nu;v;w\n', false],
  ['an empty line between rows', 'a;b;c\nx;y;z\n\nu;v;w\n', false],
])('takes a file with %s for plain, or not', async (_, text, plain) => {
  writeFileSync(file, text);
  const source = await openSource(file, { directory: join(folder, 'work'), quick: true });
  try {
    expect(source.plain !== undefined).toBe(plain);
    if (source.plain === undefined) return;
    const columns = source.columns.map(({ name, physical }) => ({ name, sql: physical }));
    const read = await codeTable({ duck: source.duck, relation: source.relation, columns });
    const names = columns.map(({ name }, at) => ({ name, at }));
    expect(await codeText(source.plain, names)).toEqual(read);
  } finally {
    await source.close();
  }
});

it('goes on where a piece of the file ends in the midst of a record, and numbers many values', async () => {
  const rows = Array.from({ length: 150_000 }, (_, at) => [`person ${at}`, `${at % 7}`, `${at * 7919}, a longer text`]);
  const found = await codeText(plainOf(`${head}\n${rows.map((row) => row.join(';')).join('\n')}`, rows.length), wanted);
  expect(statSync(file).size).toBeGreaterThan(4 * 2 ** 20);
  const [c, a] = codeRows(
    ['c', 'a'],
    rows.map((row) => [row[2]!, row[0]!]),
  ).columns;
  expect(cells(found!)).toEqual(cells({ rows: rows.length, columns: [c!, a!] }));
  for (const { values } of found!.columns) expect(values).toEqual(values.toSorted((x, y) => (x! < y! ? -1 : 1)));
});

describe('leaves to the data engine', () => {
  it.each([
    ['a quote inside a field', 'x;y"z;w'],
    ['a doubled quote', '"x""y";z;w'],
    ['text behind a closing quote', '"x" ;y;z'],
    ['a line end inside quotes', '"x\ny";z;w'],
    ['a lone carriage return', 'x\ry;z;w'],
    ['a field too few', 'x;y'],
    ['a field too many', 'x;y;z;w'],
    ['a quote that nothing closes', 'x;y;"z'],
    ['an empty line', ''],
  ])('%s', async (_, line) => {
    expect(await codeText(plainOf(`${head}\nx;y;z\n${line}\nx;y;z\n`, 3), wanted)).toBeNull();
  });

  it('one row more than were counted', async () => {
    expect(await codeText(plainOf(`${head}\nx;y;z\nx;y;z\n`, 1), wanted)).toBeNull();
  });

  it('a record that is longer than what is read at once', async () => {
    expect(await codeText(plainOf(`${head}\nx;y;${'z'.repeat(5 * 2 ** 20)}\nx;y;z\n`, 2), wanted)).toBeNull();
  });

  it('more different values than it has room for', async () => {
    const lines = Array.from({ length: 530_000 }, (_, at) => `${at};;`);
    expect(await codeText(plainOf(`${head}\n${lines.join('\n')}\n`, lines.length), wanted)).toBeNull();
  });
});

it('counts a row less than it was told as it is, for who holds both against each other', async () => {
  expect((await codeText(plainOf(`${head}\nx;y;z\n`, 2), wanted))!.rows).toBe(1);
});

it('stops where it is cancelled', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(codeText(plainOf(`${head}\nx;y;z\n`, 1), wanted, stop.signal)).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
});
