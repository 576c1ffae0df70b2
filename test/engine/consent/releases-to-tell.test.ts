import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let now = '2026-11-20T12:00:00Z';
let made: TestEngine;
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date(now) });
  await made.client.workspaces.createTemporary({ name: 'Told', operator: 'Ada' });
});
afterAll(() => made.close());

const recipe: RecipeFile = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p2-high-value-customers',
  release: 'targeting',
  referenceDate: '2026-11-20',
  target: { k: 1, suppression: 1 },
  steps: [
    {
      op: 'drop-columns',
      version: 1,
      settings: { columns: ['customer_id', 'date_of_birth', 'consent_status', 'consent_date'] },
      reason: '',
      enabled: true,
    },
  ],
};
const people = [
  'K-1,Ghent,1980-01-01,granted,2026-05-06',
  'K-2,Bonn,1980-01-01,withdrawn,2026-05-06',
  'K-3,Ulm,1980-01-01,granted,2026-05-06',
];
const grant = (name: string, text?: string): string => {
  if (text !== undefined) writeFileSync(made.path(name), text);
  return made.engine.grants.add(made.path(name), text === undefined ? 'write' : 'read').grantId;
};

it('names releases that may hold somebody who took consent back since, and none that left them out', async () => {
  const header = 'customer_id,city,date_of_birth,consent_status,consent_date';
  const { id: datasetId } = await follow(
    made.client.datasets.import({ grantId: grant('people.csv', `${header}\n${people.join('\n')}\n`) }),
  );
  const run = (name: string) => follow(made.client.releases.run({ datasetId, recipe, grantId: grant(name) }));
  // By the columns, before the ledger has anything.
  expect((await run('by-columns.csv')).rowsOut).toBe(2);
  now = '2026-11-21T12:00:00Z';
  const asked = { datasetId, key: 'customer_id', purpose: 'P2' };
  const first = await follow(made.client.consent.record(asked));
  // Whose withdrawal is of before the release was left out of it, though the ledger learns of it now.
  expect(first.toTell).toEqual([]);
  now = '2026-11-22T12:00:00Z';
  expect((await run('by-ledger.csv')).rowsOut).toBe(2);
  now = '2026-11-23T12:00:00Z';
  const later = 'customer_id,consent_status,consent_date\nK-3,withdrawn,2026-11-22\n';
  const second = await follow(made.client.consent.record({ ...asked, grantId: grant('later.csv', later) }));
  expect(second.toTell).toMatchObject([
    { fileName: 'by-ledger.csv', withdrawn: 1, recipient: null },
    { fileName: 'by-columns.csv', withdrawn: 1 },
  ]);
  now = '2026-11-24T12:00:00Z';
  expect((await run('after.csv')).rowsOut).toBe(1);
  const [status] = await made.client.consent.status({ datasetId });
  expect(status).toMatchObject({ people: { valid: 1, withdrawn: 2 } });
  expect(status!.toTell.map(({ fileName }) => fileName)).toEqual(['by-ledger.csv', 'by-columns.csv']);
});
