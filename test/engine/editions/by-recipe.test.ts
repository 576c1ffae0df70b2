// A later edition is judged by the recipe of the one before, for the kind of release that it makes.
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeEach(async () => {
  // Each look at the clock is a second later: editions are told apart by when they came in.
  let seconds = 0;
  made = makeEngine('in memory', { clock: () => new Date(Date.parse('2026-11-30T12:00:00Z') + 1000 * ++seconds) });
  await made.client.workspaces.createTemporary({ name: 'Editions', operator: 'Ada' });
});
afterEach(() => made.close());

const recipe: RecipeFile = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-10-31',
  target: { k: 5, suppression: 0.5 },
  columns: ['customer_id', 'city', 'total_spent'],
  steps: [
    {
      op: 'drop-columns',
      version: 1,
      settings: { columns: ['customer_id', 'total_spent'] },
      reason: '',
      enabled: true,
    },
  ],
};

async function importFile(name: string, head: string, row: (at: number) => string): Promise<string> {
  writeFileSync(made.path(name), `${[head, ...Array.from({ length: 60 }, (_, at) => row(at))].join('\n')}\n`);
  const { grantId } = made.engine.grants.add(made.path(name), 'read');
  return (await follow(made.client.datasets.import({ grantId }))).id;
}
const row = (at: number): string => `K-${at},${['Bonn', 'Ghent'][at % 2]},${at}`;
const check = (datasetId: string) => follow(made.client.editions.check({ datasetId }));
const october = async (): Promise<void> => {
  const datasetId = await importFile('october.csv', 'customer_id,city,total_spent', row);
  await made.client.recipes.save({ datasetId, recipe });
};

it('goes by the recipe: what it drops is no news, and what it would leave out is judged', async () => {
  await october();
  const found = await check(await importFile('november.csv', 'customer_id,city,total_spent', (at) => row(at + 500)));
  expect(found).toMatchObject({ recipeOf: 'october', release: 'anonymised', day: '2026-11-30' });
  // Of the file as it is G6 would block: every row is one person's.
  expect(found!.findings.find(({ id }) => id === 'G6')).toMatchObject({ verdict: 'pass' });
  expect(found!.news.filter(({ about }) => about === 'guardrail')).toEqual([]);
});

it('judges both as they are where the recipe does not fit, and says so', async () => {
  await october();
  // Half of the names are other ones: no edition of it.
  expect(await check(await importFile('other.csv', 'customer_id,city,spent_in_all', row))).toBeNull();
  const more = (at: number): string => `${row(at)},${at % 3}`;
  const again = await check(await importFile('november.csv', 'customer_id,city,total_spent,visits', more));
  expect(again).toMatchObject({ recipeOf: 'october', columns: { added: ['visits'] } });
  const without = await check(await importFile('december.csv', 'customer_id,city', (at) => `K-${at},Bonn`));
  expect(without).toMatchObject({
    recipeOf: null,
    earlier: { name: 'other' },
    columns: { removed: ['spent_in_all'] },
  });
  expect(without!.notes.join(' ')).toContain('does not fit this file: both files were judged as they are');
});

it('keeps what it found, and has it again without looking at the rows', async () => {
  await october();
  const datasetId = await importFile('november.csv', 'customer_id,city,total_spent', row);
  expect(await made.client.editions.get({ datasetId })).toMatchObject({ earlier: { name: 'october' }, check: null });
  const found = await check(datasetId);
  expect((await made.client.editions.get({ datasetId })).check).toEqual(found);
});

it('has nothing to say of the first edition', async () => {
  const datasetId = await importFile('october.csv', 'customer_id,city,total_spent', row);
  expect(await check(datasetId)).toBeNull();
  expect(await made.client.editions.get({ datasetId })).toEqual({ earlier: null, check: null });
});
