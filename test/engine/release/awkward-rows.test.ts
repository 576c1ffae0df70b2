// 65 rows that formats stumble over, written in every format and read by other code than wrote or measured them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { openSource } from '#engine/intake/open-source.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { recipeOf, releaseDesk, releaseInput } from './release-fixture.ts';

const desk = releaseDesk();

const texts = [
  '',
  ' ',
  '  a  ',
  '"',
  '""',
  'a"b',
  "it's",
  ',',
  'a,b',
  ';',
  '\t',
  'a\tb',
  'two\nlines',
  'two\r\nlines',
  'cr\rinside',
  '\\',
  '\\n',
  'C:\\new',
  '\\u0041',
  '{"a":1}',
  '[1,2]',
  'null',
  'NULL',
  'NaN',
  'true',
  'True',
  '007',
  '1.50',
  '-0',
  '1e5',
  '1E400',
  '0x10',
  '9007199254740993',
  '123456789012345678901234567890',
  '0.1',
  '.5',
  '1,5',
  '1_000',
  '2026-02-30',
  '2026-01-02',
  '1900-02-29',
  '10:00',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '#',
  '# comment',
  '--',
  "'); DROP TABLE release; --",
  '%s%n',
  '<b>&amp;</b>',
  'é',
  'e\u0301',
  'ß',
  'İıI',
  '漢字',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}',
  'שלום',
  '\u00a0',
  '\u200b',
  '\ufeffmark',
  '_x000D_',
  `long ${'y'.repeat(40_000)}`.slice(0, 32_000),
];
const names = ['n', 'text', 'more, "quoted"', '{key}'];
const rows = texts.map((text, at): (string | null)[] => [
  String(at + 1),
  text,
  at % 5 === 0 ? null : `${at}.5`,
  at % 2 === 0 ? text : null,
]);

/** The rows as JSON Lines, which says everything, the difference between nothing and empty included. */
async function released(ending: string): Promise<string> {
  const path = join(desk.folders.root, 'rows.jsonl');
  writeFileSync(
    path,
    rows.map((row) => JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]])))).join('\n'),
  );
  const recipe = { ...recipeOf([], { release: 'pseudonymised' }), columns: names };
  const outputPath = join(desk.folders.out, `awkward.${ending}`);
  const input = await releaseInput(desk.folders, 'a\n1\n', { recipe, findings: [], keepOrder: true, outputPath });
  const source = await openSource(path, { directory: desk.folders.work });
  try {
    return (await runRelease({ ...input, source })).result.output;
  } finally {
    await source.close();
    await input.close();
  }
}

const asText = (value: unknown): string | null => (value === null ? null : String(value));

it('there are 65 rows', () => expect(rows).toHaveLength(65));

it('JSON gives back each of them to a plain parser', async () => {
  const read = JSON.parse(readFileSync(await released('json'), 'utf8')) as Record<string, unknown>[];
  expect(read.map((row) => Object.keys(row))).toEqual(rows.map(() => names));
  expect(read.map((row) => names.map((name) => asText(row[name])))).toEqual(rows);
  expect([typeof read[1]!['n'], typeof read[1]![names[2]!], typeof read[1]!['text']]).toEqual([
    'number',
    'number',
    'string',
  ]);
});

it('SQLite gives back each of them to its own library', async () => {
  const database = new Database(await released('sqlite'), { readonly: true });
  try {
    const read = database.prepare('SELECT * FROM release ORDER BY rowid');
    expect(read.columns().map(({ name, type }) => [name, type])).toEqual([
      [names[0], 'INTEGER'],
      [names[1], 'TEXT'],
      [names[2], 'REAL'],
      [names[3], 'TEXT'],
    ]);
    expect((read.raw().all() as unknown[][]).map((row) => row.map(asText))).toEqual(rows);
  } finally {
    database.close();
  }
});

it('a workbook keeps a mark at the beginning of a cell', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await released('xlsx'));
  const cells = workbook.worksheets[0]!.getColumn(2).values as unknown[];
  expect(cells[texts.indexOf('\ufeffmark') + 2]).toBe('\ufeffmark');
});

// Spreadsheets' formats guard cells that begin like formulas, and have no text that is empty and still there.
it.each(['jsonl', 'json', 'parquet', 'sqlite'])('%s gives back each of them to the intake', async (ending) => {
  const source = await openSource(await released(ending), { directory: desk.folders.work });
  try {
    const columns = source.columns.map(({ physical }) => physical).join();
    const read = await source.duck.texts(`SELECT json_array(${columns})::VARCHAR FROM ${source.relation}`);
    expect(source.columns.map(({ name }) => name)).toEqual(names);
    expect(read[0]!.map((row) => JSON.parse(row!) as unknown)).toEqual(rows);
    expect(source.rejects.total).toBe(0);
  } finally {
    await source.close();
  }
});
