import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { profileColumns } from './profile-columns.ts';
import { profileNotes } from './profile-notes.ts';

let duck: Duck;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'custos-look-'));
  duck = await openDuck({ directory });
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true, force: true });
});

let tables = 0;
async function profiled(values: readonly string[]) {
  const table = `seen_${(tables += 1)}`;
  await duck.run(
    `CREATE TABLE ${table} AS SELECT * FROM (VALUES ${values.map((v) => `(${quoteText(v)})`).join(', ')}) t(c1)`,
  );
  return (await profileColumns(duck, table, [{ name: 'it', physical: 'c1', header: 'it' }], { withTop: true }))[0]!;
}

test.each([
  ['German', ['1.234,50', '99,00', '12.345.678,90'], 'decimal', ',', '99', '12345678.9'],
  ['Swiss', ["1'234.50", '99.00', "12'345.05"], 'decimal', '.', '99', '12345.05'],
  ['Swiss with the sign that print has', ['1’234.50', '99.00'], 'decimal', '.', '99', '1234.5'],
  ['Indian', ['12,34,567.00', '9,99,999.50', '120.00'], 'decimal', '.', '120', '1234567'],
  ['French, a narrow no-break space between', ['1\u202f234,5', '12\u00a0345,25'], 'decimal', ',', '1234.5', '12345.25'],
  ['English thousands', ['1,234', '12,345,678', '950'], 'integer', '.', '950', '12345678'],
  ['Dutch thousands beside hundreds', ['2.546', '950', '1.100'], 'integer', ',', '950', '2546'],
  ['groups with two points can be nothing else', ['1.234.567', '2.000'], 'integer', ',', '2000', '1234567'],
  ['dollars and refunds', ['$8.00', '-$45.10', '$1,200.00'], 'decimal', '.', '-45.1', '1200'],
  ['per cent', ['66,67 %', '5 %'], 'decimal', ',', '5', '66.67'],
])('%s numbers are numbers', async (_what, values, valueType, numberMark, min, max) => {
  expect(await profiled(values)).toMatchObject({ valueType, numberMark, min, max });
});

test('bars of written numbers hold what lies in them', async () => {
  const { histogram } = await profiled(['1.000,00', '2.000,00', '2.000,00', '3.000,00', '21.000,00']);
  expect(histogram?.map(({ count }) => count)).toEqual(
    [1, 2, 1, ...Array<number>(16).fill(0), 1].map((many, at) => (at < 3 || at > 18 ? many : 0)),
  );
});

test.each([
  ['thousands or three decimals', ['1,234', '5,678']],
  ['telephone numbers in groups', ['612 345 678', '699 123 456']],
  ['codes with leading zeros', ['0.123,00', '012,50']],
  ['versions', ['1.2.10', '1.3.2']],
  ['lists', ['1,2', '1,2,3']],
])('%s stay texts', async (_what, values) => {
  expect(await profiled(values)).toMatchObject({ valueType: 'text', numberMark: null });
});

test('plain numbers are what they were, and three decimals in every row are decimals', async () => {
  expect(await profiled(['1.5', '2', '1e3'])).toMatchObject({ valueType: 'decimal', numberMark: null });
  expect(await profiled(['1.250', '0.750', '2.125'])).toMatchObject({
    valueType: 'decimal',
    numberMark: null,
    max: '2.125',
  });
});

test.each([
  ['German', ['12. März 2026', '3. Dezember 2025'], '2025-12-03', '2026-03-12'],
  ['French', ['1er février 2026', '14 août 2025'], '2025-08-14', '2026-02-01'],
  ['Spanish', ['12 de marzo de 2026', '3 de enero de 2026'], '2026-01-03', '2026-03-12'],
  ['Italian', ['3 dicembre 2025', '1 gennaio 2026'], '2025-12-03', '2026-01-01'],
  ['Portuguese', ['7 de setembro de 2025', '12 fev. 2026'], '2025-09-07', '2026-02-12'],
  ['Dutch', ['7 augustus 2025', '30 mei 2026'], '2025-08-07', '2026-05-30'],
  ['English with its weekday', ['Tue, Aug 26, 2025', 'Mon, Sep 1, 2025'], '2025-08-26', '2025-09-01'],
  // ISO 8601: week 53 of 2020 begins on 28 December, week 1 of 2026 on 29 December 2025.
  ['weeks', ['2020-W53', '2026-W01', '2026-W01-4'], '2020-12-28', '2026-01-01'],
])('%s dates are dates', async (_what, values, min, max) => {
  expect(await profiled(values)).toMatchObject({ valueType: 'date', min, max, strays: 0 });
});

test('a week that its year does not have is none', async () => {
  expect((await profiled(['2021-W53', '2026-W60'])).valueType).toBe('text');
});

test('dates stay dates where a few are none, and those are counted', async () => {
  const days = Array.from({ length: 40 }, (_, at) => `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`);
  const iso = await profiled([...days, 'unknown', '0000-00-00']);
  expect(iso).toMatchObject({ valueType: 'date', strays: 2, min: '2026-01-01', max: '2026-01-28', dateForms: [] });
  expect(profileNotes([iso])).toEqual(['Columns of dates hold something else in some rows: “it” (2 rows).']);
  const german = await profiled([...days.map((day) => day.split('-').reverse().join('.')), 'heute', 'k. A.']);
  expect(german).toMatchObject({ valueType: 'date', strays: 2, dateForms: ['d.m.y'], max: '2026-01-28' });
  expect((await profiled([...days.slice(0, 5), 'a', 'b'])).valueType).toBe('text');
});

test('ids that a spreadsheet shortened are counted', async () => {
  const profile = await profiled(['6.49E+17', '1,23E+021', '6.49E+17', '649000000000000001', '1.5E+3', '1e3']);
  expect(profile.shortened).toBe(3);
  expect(profileNotes([profile])[0]).toContain('“it” (3 rows)');
});
