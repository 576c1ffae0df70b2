import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { openSource } from '#engine/intake/open-source.ts';
import { runRelease } from '#engine/release/run-release.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import { finding } from '#test/support/finding.ts';
import { seeded } from '#test/support/seeded.ts';
import { recipeOf, releaseDesk, releaseInput } from './release-fixture.ts';

const desk = releaseDesk();

/** Columns by name: their texts, and the type of each in Parquet, in a workbook, in JSON and in SQLite; absent: text. */
interface Texts {
  texts: (string | null)[];
  parquet?: string;
  xlsx?: string;
  json?: string;
  sqlite?: string;
}
const table: Record<string, Texts> = {
  whole: {
    texts: ['1', '-20', '0', '999999999999999', null],
    parquet: 'BIGINT',
    xlsx: 'number',
    json: 'number',
    sqlite: 'integer',
  },
  price: { texts: ['1.50', '-20.00', '0.05', '7.10', null], parquet: 'DECIMAL(18,2)' },
  binary: {
    texts: ['1.5', '-20.25', '0.125', '7.0001', '9.5'],
    parquet: 'DOUBLE',
    xlsx: 'number',
    json: 'number',
    sqlite: 'real',
  },
  // Shown again as 7.0 by readers of binary numbers, so in Parquet it stays text.
  mixed: { texts: ['1.5', '7', '-0.25', '100', null], xlsx: 'number', json: 'number' },
  flag: { texts: ['true', 'false', null, 'true', 'false'], parquet: 'BOOLEAN', xlsx: 'boolean', json: 'boolean' },
  day: { texts: ['2026-01-02', '1999-12-31', '2024-02-29', null, '1900-03-01'], parquet: 'DATE', xlsx: 'date' },
  moment: {
    texts: ['2026-01-02 03:04:05', '1999-12-31 23:59:59', null, '2024-02-29 00:00:01', '2001-09-09 01:46:40'],
    parquet: 'TIMESTAMP',
    xlsx: 'date',
  },
  midnight: { texts: ['2026-01-02 00:00:00', null, '2026-01-03 10:00:00', null, null], parquet: 'TIMESTAMP' },
  old: { texts: ['1899-12-31', '1066-10-14', null, '2000-01-01', '1900-02-28'], parquet: 'DATE' },
  padded: { texts: ['007', '1', '20', '300', '4000'] },
  zero: { texts: ['-0', '1', '2', '3', '4'] },
  long: { texts: ['4111111111111112', '4', '5', '6', '7'] },
  power: { texts: ['1E5', '6.49E+17', '1', '2', '3'] },
  tiny: { texts: ['0.00001', '1', '2', '3', '4'] },
  plus: { texts: ['+1', '2', '3', '4', '5'] },
  german: { texts: ['1,50', '2,00', '3', '4', '5'] },
  loud: { texts: ['TRUE', 'FALSE', 'TRUE', 'FALSE', 'TRUE'] },
  noDay: { texts: ['2026-02-30', '2026-01-01', null, null, null] },
  iso: { texts: ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05', null, null, null] },
  spaced: { texts: [' 1', '2', '3', '4', '5'] },
  nothing: { texts: [null, null, null, null, null] },
  late: { texts: ['1', '2', '3', '4', 'x'] },
  customer: { texts: ['1001', '1002', '1003', '1004', '1005'] },
  zip: { texts: ['53111', '80331', '20095', '50667', '10115'] },
};
const names = Object.keys(table);
const columns = Object.values(table);
const rows = [0, 1, 2, 3, 4].map((at) => columns.map(({ texts }) => texts[at]!));
const findings = [
  finding('customer', 'customer_id', { class: 'linkable' }),
  finding('zip', 'postal_code', { class: 'linkable' }),
];
const asIs = recipeOf([], { release: 'pseudonymised' });
const csv = [names, ...rows]
  .map((row) => row.map((cell) => (cell !== null && /[",]/.test(cell) ? `"${cell}"` : (cell ?? ''))).join(','))
  .join('\n');

async function released(
  source: string | { path: string },
  ending: string,
  over: Partial<Omit<ReleaseInput, 'findings'>> = {},
) {
  const outputPath = join(desk.folders.out, `${Math.random().toString(36).slice(2)}.${ending}`);
  const input = await releaseInput(desk.folders, typeof source === 'string' ? source : 'a\n1\n', {
    recipe: { ...asIs, columns: names },
    findings: [...findings],
    keepOrder: true,
    outputPath,
    ...over,
  });
  const opened = typeof source === 'string' ? null : await openSource(source.path, { directory: desk.folders.work });
  try {
    return await runRelease(opened === null ? input : { ...input, source: opened });
  } finally {
    await opened?.close();
    await input.close();
  }
}

/** The texts that the intake makes of a file. */
async function textsOf(path: string): Promise<(string | null)[][]> {
  const source = await openSource(path, { directory: desk.folders.work });
  try {
    const read = await source.duck.raw.runAndReadAll(`SELECT * FROM ${source.relation}`);
    return read.getRowsJson() as (string | null)[][];
  } finally {
    await source.close();
  }
}

const declared = (by: 'parquet' | 'xlsx' | 'json' | 'sqlite', text: string): Record<string, string> =>
  Object.fromEntries(names.map((name, at) => [name, columns[at]![by] ?? text]));

it('stores in Parquet what comes back exactly, and nothing else', async () => {
  const { result, certificate } = await released(csv, 'parquet');
  const duck = await openDuck({ directory: desk.folders.work, readable: [result.output] });
  try {
    const schema = await duck.query<{ column_name: string; column_type: string }>(
      `DESCRIBE SELECT * FROM read_parquet('${result.output}')`,
    );
    expect(Object.fromEntries(schema.map((one) => [one.column_name, one.column_type]))).toEqual(
      declared('parquet', 'VARCHAR'),
    );
    const texts = await duck.raw.runAndReadAll(
      `SELECT ${names.map((name) => `"${name}"::VARCHAR`).join(', ')} FROM read_parquet('${result.output}')`,
    );
    expect(texts.getRowsJson()).toEqual(rows);
  } finally {
    duck.close();
  }
  expect(certificate.output.typed).toBe(true);
});

it('stores in a workbook numbers, truth values and days', async () => {
  const { result } = await released(csv, 'xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(result.output);
  const sheet = workbook.worksheets[0]!;
  const kinds = names.map((name, at) => {
    const values = [2, 3, 4, 5, 6].map((row) => sheet.getRow(row).getCell(at + 1).value);
    const found = new Set(
      values
        .filter((value) => value !== null && value !== '')
        .map((value) => (value instanceof Date ? 'date' : typeof value)),
    );
    return [name, found.size === 0 ? 'string' : [...found].join()];
  });
  expect(Object.fromEntries(kinds)).toEqual(declared('xlsx', 'string'));
  expect(sheet.getRow(2).getCell(names.indexOf('moment') + 1).value).toEqual(new Date('2026-01-02T03:04:05Z'));
});

it.each(['jsonl', 'json'])('writes in %s numbers and truth values as such', async (ending) => {
  const { result } = await released(csv, ending);
  const text = readFileSync(result.output, 'utf8').trimEnd();
  const array = ending === 'json' ? text : `[${text.split('\n').join()}]`;
  const read = JSON.parse(array) as Record<string, unknown>[];
  for (const [name, { json = 'string', texts }] of Object.entries(table)) {
    const values = read.map((row) => row[name]);
    expect(values.map((value) => (value === null ? null : String(value)))).toEqual(texts);
    expect([name, ...new Set(values.filter((value) => value !== null).map((value) => typeof value))]).toEqual(
      texts.every((text) => text === null) ? [name] : [name, json],
    );
  }
});

it('stores in SQLite whole and broken numbers, and every other text as it is', async () => {
  const { result } = await released(csv, 'sqlite');
  const database = new Database(result.output, { readonly: true });
  try {
    const kinds = names.map((name) => {
      const found = database
        .prepare(`SELECT DISTINCT typeof("${name}") FROM release WHERE "${name}" IS NOT NULL`)
        .pluck();
      return [name, found.all().join() || 'text'];
    });
    expect(Object.fromEntries(kinds)).toEqual(declared('sqlite', 'text'));
    const texts = database
      .prepare(`SELECT ${names.map((name) => `CAST("${name}" AS TEXT)`).join()} FROM release`)
      .raw();
    expect(texts.all()).toEqual(rows);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  } finally {
    database.close();
  }
});

it('refuses names that SQLite takes for one column', async () => {
  const path = join(desk.folders.root, 'twice.csv');
  writeFileSync(path, 'Name,name\na,b\n');
  const recipe = { ...asIs, columns: ['Name', 'name'] };
  await expect(released({ path }, 'sqlite', { recipe })).rejects.toThrow('for one column');
});

it('keeps every column text where that is asked for', async () => {
  const { result, certificate } = await released(csv, 'jsonl', { asText: true });
  expect(certificate.output.typed).toBeUndefined();
  const lines = readFileSync(result.output, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => Object.values(JSON.parse(line) as object))).toEqual(rows);
});

it('gives back every cell, whatever format it came in and goes out, and the same bytes for the same cells', async () => {
  let from: string | { path: string } = csv;
  const made: Record<string, Buffer> = {};
  for (const ending of ['parquet', 'xlsx', 'jsonl', 'sqlite', 'json', 'parquet', 'csv']) {
    const { result } = await released(from, ending);
    expect([ending, await textsOf(result.output)]).toEqual([ending, rows]);
    const bytes = readFileSync(result.output);
    expect((made[ending] ??= bytes).equals(bytes)).toBe(true);
    from = { path: result.output };
  }
});

it('gives back what SQLite stores', async () => {
  const path = join(desk.folders.root, 'typed.sqlite');
  const database = new Database(path);
  database.exec(
    "CREATE TABLE t (n INTEGER, r REAL, s TEXT); INSERT INTO t VALUES (1, 5.0, '007'), (9007199254740993, 2.5, NULL), (NULL, -0.1, 'x')",
  );
  database.close();
  const { result } = await released({ path }, 'parquet', { recipe: { ...asIs, columns: ['n', 'r', 's'] } });
  expect(await textsOf(result.output)).toEqual([
    ['1', '5.0', '007'],
    ['9007199254740993', '2.5', null],
    [null, '-0.1', 'x'],
  ]);
});

it('numbers of every size come back sign by sign', async () => {
  const next = seeded(4);
  const numbers = Array.from({ length: 400 }, () => {
    const number = Number(((next() - 0.5) * 10 ** Math.floor(next() * 12)).toPrecision(1 + Math.floor(next() * 14)));
    return Math.abs(number) < 1e-3 ? '0' : String(number);
  });
  const moments = numbers.map(() => new Date(Math.floor(next() * 4e9) * 1000 + 1000).toISOString().slice(0, 19));
  const text = numbers.map((number, at) => `${number},${moments[at]!.replace('T', ' ')}`).join('\n');
  const recipe = { ...asIs, columns: ['n', 't'] };
  for (const ending of ['json', 'sqlite', 'xlsx']) {
    const { result } = await released(`n,t\n${text}`, ending, { recipe });
    expect((await textsOf(result.output)).map((row) => row.join()).join('\n')).toBe(text);
  }
});
