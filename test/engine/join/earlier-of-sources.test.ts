import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let desk: TestEngine;
const ids = { people: '', orders: '', visits: '' };
/** Twenty people, the first ten with two orders each, in another order and under a city of the same name. */
const people = Array.from({ length: 40 }, (_, at) => `p${at}@example.org,${['Ulm', 'Bonn'][at % 2]!},${1950 + at}`);
const orders = Array.from(
  { length: 60 },
  (_, at) => `P${at % 40}@EXAMPLE.org,${['web', 'shop', 'app'][at % 3]!},${at}`,
);
const visits = Array.from({ length: 40 }, (_, at) => `p${39 - at}@example.org,${at % 5}`);

async function bring(name: string, head: string, rows: readonly string[]): Promise<string> {
  writeFileSync(desk.path(`${name}.csv`), `${[head, ...rows].join('\n')}\n`);
  const { grantId } = desk.engine.grants.add(desk.path(`${name}.csv`), 'read');
  return (await follow(desk.client.datasets.import({ grantId }))).id;
}

beforeEach(async () => {
  desk = makeEngine();
  await desk.client.workspaces.createTemporary({ name: 'Joined' });
  ids.people = await bring('people', 'email,city,birth_year', people);
  ids.orders = await bring('orders', 'email,way,number', orders);
  ids.visits = await bring('visits', 'email,visits', visits);
});
afterEach(() => desk.close());

const recipe = (dropped: string[], release: RecipeFile['release']): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p6-unified-view',
  release,
  referenceDate: '2026-11-23',
  target: { k: release === 'anonymised' ? 5 : 1, suppression: 0 },
  steps: [{ op: 'drop-columns', version: 1, settings: { columns: dropped }, reason: 'x', enabled: true }],
});

const join = async (left: string, right: string, name: string): Promise<string> => {
  const side = (datasetId: string) => ({ datasetId, column: 'email' });
  const made = await follow(desk.client.joins.run({ left: side(left), right: side(right), rows: 'left', name }));
  return made.dataset.id;
};
const release = (datasetId: string, dropped: string[], output: string) =>
  follow(
    desk.client.releases.run({
      datasetId,
      recipe: recipe(dropped, 'pseudonymised'),
      grantId: desk.engine.grants.add(desk.path(output), 'write').grantId,
    }),
  );
const earlierOf = async (datasetId: string, dropped: string[]) =>
  (await desk.client.recipes.assess({ datasetId, recipe: recipe(dropped, 'anonymised') })).earlierReleases;

it('holds a release of a joined view against those of its sources, row by row of whoever it is', async () => {
  await release(ids.people, ['email', 'city'], 'years.csv');
  const view = await join(ids.orders, ids.people, 'unified');
  // Each year is one person’s: every row of the view says in the year which row of the release it is.
  expect(await earlierOf(view, ['person_key', 'number', 'way', 'city'])).toEqual([
    expect.objectContaining({ output: 'years.csv', columns: ['birth_year'], joined: 1 }),
  ]);
  expect(await earlierOf(view, ['person_key', 'number', 'birth_year'])).toEqual([
    expect.objectContaining({ output: 'years.csv', columns: [] }),
  ]);
});

it('holds a release of a source against those of a view that was joined from it, and of other views', async () => {
  const view = await join(ids.people, ids.orders, 'unified');
  const other = await join(ids.visits, ids.people, 'seen');
  await release(view, ['person_key', 'number', 'way'], 'view.csv');
  expect(await earlierOf(ids.people, ['email', 'city'])).toEqual([
    expect.objectContaining({ output: 'view.csv', columns: ['birth_year'] }),
  ]);
  expect(await earlierOf(other, ['person_key', 'visits'])).toEqual([
    expect.objectContaining({ output: 'view.csv', columns: ['city', 'birth_year'] }),
  ]);
  expect(await earlierOf(ids.visits, ['email'])).toEqual([
    expect.objectContaining({ output: 'view.csv', columns: [] }),
  ]);
});

it('says so where a source was deleted, and its releases cannot be made again', async () => {
  await release(ids.people, ['email', 'city'], 'years.csv');
  const view = await join(ids.orders, ids.people, 'unified');
  await desk.client.datasets.delete({ datasetId: ids.people, reason: 'no longer needed' });
  expect(await earlierOf(view, ['person_key', 'number', 'way', 'city'])).toEqual([
    expect.objectContaining({ output: 'years.csv', joined: null, why: expect.stringContaining('“people”') }),
  ]);
});
