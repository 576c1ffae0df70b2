import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let now = '2026-11-20T12:00:00Z';
let made: TestEngine;
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date(now) });
  await made.client.workspaces.createTemporary({ name: 'Earlier', operator: 'Ada' });
});
afterAll(() => made.close());

const recipe = (release: 'targeting' | 'anonymised', k: number): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p2-high-value-customers',
  release,
  referenceDate: '2026-11-20',
  target: { k, suppression: 0 },
  steps: [
    {
      op: 'drop-columns',
      version: 1,
      settings: { columns: ['customer_id', 'date_of_birth'] },
      reason: '',
      enabled: true,
    },
  ],
});
const grant = (name: string, text?: string): string => {
  if (text !== undefined) writeFileSync(made.path(name), text);
  return made.engine.grants.add(made.path(name), text === undefined ? 'write' : 'read').grantId;
};
const cities = ['Bonn', 'Ulm', 'Jena', 'Hof'];
const consents = (rows: string[]): string => `customer_id,consent_status,consent_date\n${rows.join('\n')}\n`;

it('is held against the rows that left then, though nobody’s consent holds any more', async () => {
  const people = cities.flatMap((city, at) => [`K-${at}a,${city},1980-01-01`, `K-${at}b,${city},1981-01-01`]);
  const text = `customer_id,city,date_of_birth\n${people.join('\n')}\n`;
  const { id: datasetId } = await follow(made.client.datasets.import({ grantId: grant('people.csv', text) }));
  const asked = { datasetId, key: 'customer_id', purpose: 'P2' };
  const given = cities.flatMap((_, at) => [`K-${at}a,yes,2026-05-06`, `K-${at}b,no,2026-05-06`]);
  await follow(made.client.consent.record({ ...asked, grantId: grant('given.csv', consents(given)) }));
  const run = (of: RecipeFile, name: string) =>
    follow(made.client.releases.run({ datasetId, recipe: of, grantId: grant(name) }));
  expect((await run(recipe('targeting', 1), 'audience.csv')).rowsOut).toBe(4);

  now = '2026-11-22T12:00:00Z';
  const taken = cities.map((_, at) => `K-${at}a,withdrawn,2026-11-21`);
  await follow(made.client.consent.record({ ...asked, grantId: grant('taken.csv', consents(taken)) }));
  await expect(run(recipe('targeting', 1), 'nobody.csv')).rejects.toThrow(/No row is left/);
  // Of every city one person had left: both of it agree with that row and no other.
  const refused = await run(recipe('anonymised', 2), 'cities.csv').catch((error: Error) => error);
  expect(refused).toBeInstanceOf(Error);
  expect((refused as Error).message).toMatch(
    /100\s% of the rows agree with exactly one row of the earlier release “audience.csv”/,
  );
});
