import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeEach(() => (made = makeEngine('in memory')));
afterEach(() => made.close());

const header = ['city', 'plan', 'points'];
const rows = Array.from({ length: 40 }, (_, at) => [
  ['Ulm', 'Bonn'][at % 2]!,
  ['free', 'pro'][(at >> 1) % 2]!,
  String(100 + at * 3),
]);
const text = (lines: string[][], delimiter = ',', end = '\n'): string =>
  lines.map((line) => line.join(delimiter) + end).join('');

const drop = (columns: string[]) => ({
  op: 'drop-columns',
  version: 1,
  settings: { columns },
  reason: 'x',
  enabled: true,
});
const recipe = (dropped: string[], release: RecipeFile['release']): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release,
  referenceDate: '2026-11-23',
  target: { k: release === 'anonymised' ? 5 : 1, suppression: 0 },
  columns: header,
  steps: dropped.length === 0 ? [] : [drop(dropped)],
});

async function release(file: string, asked: RecipeFile, output: string) {
  const grant = (path: string, as: 'read' | 'write') => made.engine.grants.add(made.path(path), as).grantId;
  return follow(
    made.client.files.apply({
      grantId: grant(file, 'read'),
      recipe: asked,
      outputGrantId: grant(output, 'write'),
      keepOrder: false,
      force: true,
    }),
  );
}

const savedAgain: [string, string, string][] = [
  ['with a byte order mark and other line ends', 'again.csv', `\uFEFF${text([header, ...rows], ',', '\r\n')}`],
  ['with other delimiters', 'again.tsv', text([header, ...rows], '\t')],
  [
    'as JSON lines',
    'again.jsonl',
    rows.map(([city, plan, points]) => `${JSON.stringify({ city, plan, points })}\n`).join(''),
  ],
];

describe.each(['in a workspace', 'by the certificate beside the output'])('%s', (where) => {
  beforeEach(async () => {
    if (where === 'in a workspace') await made.client.workspaces.createTemporary({ name: 'Rows' });
    writeFileSync(made.path('people.csv'), text([header, ...rows]));
    await release('people.csv', recipe(['city'], 'pseudonymised'), 'first.csv');
  });

  it.each(savedAgain)('a release of the same rows, saved again %s, is known', async (_how, name, content) => {
    writeFileSync(made.path(name), content);
    expect(await release(name, recipe(['points'], 'anonymised'), 'second.csv')).toMatchObject({
      earlierReleases: [{ output: 'first.csv', columns: ['plan'], joined: 0 }],
    });
  });

  it('a release of the same rows, saved again as a workbook, is known', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('People').addRows([header, ...rows.map(([city, plan, points]) => [city, plan, Number(points)])]);
    await book.xlsx.writeFile(made.path('again.xlsx'));
    expect(await release('again.xlsx', recipe(['points'], 'anonymised'), 'second.csv')).toMatchObject({
      earlierReleases: [{ output: 'first.csv', columns: ['plan'], joined: 0 }],
    });
  });

  it('a release of other rows under the same names is none, however alike', async () => {
    const other = rows.map((row, at) => (at === 7 ? [row[0]!, row[1]!, '5'] : row));
    writeFileSync(made.path('others.csv'), text([header, ...other]));
    const { earlierReleases } = await release('others.csv', recipe(['points'], 'anonymised'), 'second.csv');
    expect(earlierReleases ?? []).toEqual([]);
  });
});

it('a recipe being built is held against them as the release will be', async () => {
  await made.client.workspaces.createTemporary({ name: 'Rows' });
  writeFileSync(made.path('people.csv'), text([header, ...rows]));
  await release('people.csv', recipe(['city'], 'pseudonymised'), 'first.csv');
  writeFileSync(made.path('again.tsv'), text([header, ...rows], '\t'));
  const { grantId } = made.engine.grants.add(made.path('again.tsv'), 'read');
  const { id: datasetId } = await follow(made.client.datasets.import({ grantId, informedHow: '' }));
  const assess = (dropped: string[]) =>
    made.client.recipes.assess({ datasetId, recipe: recipe(dropped, 'anonymised') });
  expect(await assess(['points'])).toMatchObject({ earlierReleases: [{ output: 'first.csv', columns: ['plan'] }] });
  expect(await assess(['points', 'city'])).toMatchObject({ earlierReleases: [{ output: 'first.csv' }] });
});

it('a release whose numbers were moved comes out again, and is not said to be compared with another one', async () => {
  await made.client.workspaces.createTemporary({ name: 'Rows' });
  writeFileSync(made.path('people.csv'), text([header, ...rows]));
  const noise = { op: 'add-noise', version: 1, settings: { columns: ['points'], scale: 9 }, reason: '', enabled: true };
  const noisy = { ...recipe([], 'pseudonymised'), steps: [noise] };
  await release('people.csv', noisy, 'first.csv');
  writeFileSync(made.path('again.tsv'), text([header, ...rows], '\t'));
  const { grantId } = made.engine.grants.add(made.path('again.tsv'), 'read');
  const { id: datasetId } = await follow(made.client.datasets.import({ grantId, informedHow: '' }));
  const [earlier] =
    (await made.client.recipes.assess({ datasetId, recipe: { ...noisy, release: 'anonymised' } })).earlierReleases ??
    [];
  expect(earlier).toMatchObject({ output: 'first.csv', joined: null });
  expect(JSON.stringify(earlier)).toContain('by chance of their own');
});
