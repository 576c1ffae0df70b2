import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { readCsv } from '#test/support/read-csv.ts';

let desk: TestEngine;
let datasetId: string;

/** 500 people; what they have is nearly independent of each other, so that little can be inferred. */
const rows = Array.from({ length: 500 }, (_, at) => {
  const mixed = (factor: number, most: number): number => ((at * factor) >> 3) % most;
  const plan = ['free', 'pro', 'team'][mixed(29, 3)]!;
  // One person has a plan that nobody else has.
  return [
    `p${at}@example.org`,
    ['Köln', 'Bonn', 'Graz'][mixed(13, 3)]!,
    at === 7 ? 'own' : plan,
    ['web', 'shop'][mixed(71, 2)]!,
  ];
});

beforeEach(async () => {
  desk = makeEngine();
  await desk.client.workspaces.createTemporary({ name: 'Tables' });
  const lines = ['email,city,contract_type,channel', ...rows.map((row) => row.join(','))];
  writeFileSync(desk.path('people.csv'), `${lines.join('\n')}\n`);
  const { grantId } = desk.engine.grants.add(desk.path('people.csv'), 'read');
  datasetId = (await follow(desk.client.datasets.import({ grantId }))).id;
});
afterEach(() => desk.close());

type Step = RecipeFile['steps'][number];
const step = (op: string, settings: Record<string, unknown>): Step => ({
  op,
  version: 1,
  settings,
  reason: 'x',
  enabled: true,
});
const recipeOf = (steps: Step[], release: RecipeFile['release'] = 'anonymised'): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1-find-segments',
  release,
  referenceDate: '2026-11-23',
  target: { k: release === 'anonymised' ? 5 : 1, suppression: 0.05 },
  steps: [step('drop-columns', { columns: ['email'] }), ...steps],
});
const tables = (write: string): RecipeFile =>
  recipeOf([
    step('narrow-tables', {
      tables: [
        ['plans', 'city'],
        ['plans', 'contract_type'],
        ['channels', 'city'],
        ['channels', 'channel'],
      ],
      write,
    }),
  ]);
const release = (recipe: RecipeFile, output: string) =>
  follow(
    desk.client.releases.run({
      datasetId,
      recipe,
      grantId: desk.engine.grants.add(desk.path(output), 'write').grantId,
    }),
  );

it('releases two tables of one recipe as anonymised, and they join nobody', async () => {
  const first = await release(tables('plans'), 'plans.csv');
  const second = await release(tables('channels'), 'channels.csv');
  expect([first.label, second.label]).toEqual(['anonymised', 'anonymised']);
  expect([first.rowsOut, second.rowsOut]).toEqual([499, 499]);
  expect(second.registerEntry).toBeGreaterThan(first.registerEntry!);
  expect(second.earlierReleases).toEqual([
    expect.objectContaining({ output: 'plans.csv', columns: ['city'], joined: 0 }),
  ]);
  const cities = ['plans.csv', 'channels.csv'].map((name) => {
    const { header, rows: read } = readCsv(readFileSync(desk.path(name), 'utf8'));
    return read.map((row) => row[header.indexOf('city')]!).toSorted((a, b) => a.localeCompare(b));
  });
  expect(cities[0]).toEqual(cities[1]);
});

it('refuses a table where an earlier one over other rows has one person alone', async () => {
  // The earlier one is of one person, who is in the tables too: whoever has his city there has his row.
  const kept = recipeOf([step('drop-columns', { columns: ['channel'] })], 'pseudonymised');
  const few = { ...kept, steps: [step('keep-rows', { columns: ['email'], value: 'p8@example.org' }), ...kept.steps] };
  expect((await release(few, 'few.csv')).rowsOut).toBe(1);
  await expect(release(tables('channels'), 'channels.csv')).rejects.toMatchObject({
    data: { detail: expect.stringContaining('few.csv') },
  });
});
