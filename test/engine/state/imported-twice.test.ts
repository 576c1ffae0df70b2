import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
let now = Date.parse('2026-03-01T09:00:00Z');
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date((now += 1000)) });
  await made.client.workspaces.createTemporary({ name: 'Twice' });
});
afterAll(() => made.close());

const bring = (name: string) =>
  follow(made.client.datasets.import({ grantId: made.engine.grants.add(made.path(name), 'read').grantId }));
const write = (name: string, cities: readonly string[]) =>
  writeFileSync(made.path(name), `city,amount\n${cities.map((city, at) => `${city},${at}`).join('\n')}\n`);

it('tells that the same bytes are there already, and names what comes in apart', async () => {
  write('kunden.csv', ['Bonn', 'Lyon', 'Graz']);
  const first = await bring('kunden.csv');
  expect(first).toMatchObject({ name: 'kunden', warnings: [] });
  const second = await bring('kunden.csv');
  expect(second).toMatchObject({ name: 'kunden (2)', fileName: 'kunden.csv' });
  expect(second.warnings).toEqual([expect.stringContaining('in the workspace already as “kunden”')]);
  // Another file of that name is another dataset, of which nothing has to be told.
  write('kunden.csv', ['Turin', 'Ghent']);
  expect(await bring('kunden.csv')).toMatchObject({ name: 'kunden (3)', warnings: [] });
  const names = (await made.client.datasets.list({})).map(({ name }) => name).toSorted();
  expect(names).toEqual(['kunden', 'kunden (2)', 'kunden (3)']);

  const { findDataset } = made.engine;
  expect(await findDataset('kunden')).toBe(first.id);
  expect(await findDataset('kunden (2)')).toBe(second.id);
  expect(await findDataset(second.id)).toBe(second.id);
  const refused = {
    code: 'WRONG_USAGE',
    message: expect.stringMatching(/“kunden \(2\)”.*“kunden”|“kunden”.*“kunden \(2\)”/),
  };
  await expect(findDataset('kunden.csv')).rejects.toMatchObject(refused);
  write('copy.csv', ['Bonn', 'Lyon', 'Graz']);
  await expect(findDataset(made.path('copy.csv'))).rejects.toMatchObject(refused);
});
