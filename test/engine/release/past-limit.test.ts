// Identifiers past their days leave no release: their cells are empty, the rows stay, and how many is told.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeAll(() => (made = makeEngine()));
afterAll(() => made.close());

const recipe = (steps: RecipeFile['steps'] = []): RecipeFile => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P5',
  release: 'pseudonymised',
  referenceDate: '2026-11-29',
  target: { k: 1, suppression: 1 },
  steps,
});
const people = [
  'GA1.2.1111.1690000001,2026-11-20,10',
  'GA1.2.2222.1690000002,2026-01-20,20',
  'GA1.2.3333.1690000003,,30',
  ',2026-01-20,40',
];

async function released(name: string, asked: RecipeFile) {
  writeFileSync(made.path('key.bin'), Buffer.alloc(64, 7));
  writeFileSync(made.path('visits.csv'), `cookie_id,last_seen_date,orders_last_year\n${people.join('\n')}\n`);
  const result = await follow(
    made.client.files.apply({
      grantId: made.engine.grants.add(made.path('visits.csv'), 'read').grantId,
      outputGrantId: made.engine.grants.add(made.path(name), 'write').grantId,
      recipe: asked,
      keyGrantId: made.engine.grants.add(made.path('key.bin'), 'read').grantId,
      keepOrder: true,
    }),
  );
  const [, ...rows] = readFileSync(made.path(name), 'utf8').trim().split('\n');
  return { e8: result.guardrails.find(({ id }) => id === 'E8'), rows: rows.map((row) => row.split(',')) };
}

it('empties the cells of cookies that are too old or of no known day', async () => {
  const { e8, rows } = await released('plain.csv', recipe());
  expect(rows.map(([cookie, , orders]) => [cookie, orders])).toEqual([
    ['GA1.2.1111.1690000001', '10'],
    ['', '20'],
    ['', '30'],
    ['', '40'],
  ]);
  expect(e8).toMatchObject({ verdict: 'pass', state: 'passed', columns: ['cookie_id'], reason: { code: 'emptied' } });
  expect(e8?.evidence).toBe('"cookie_id": 1 row older than 90 days on the reference date, 1 row without a day.');
});

it('empties those that would have been hashed', async () => {
  const step = { op: 'keyed-hash', version: 1, settings: { columns: ['cookie_id'] }, reason: '', enabled: true };
  const { rows } = await released('hashed.csv', recipe([step]));
  expect(rows.map(([cookie]) => cookie !== '')).toEqual([true, false, false, false]);
});

it('only tells of them in a file as it is', async () => {
  const grantId = made.engine.grants.add(made.path('visits.csv'), 'read').grantId;
  const { findings } = await follow(
    made.client.files.guard({ grantId, release: 'pseudonymised', purpose: 'P5', today: '2026-11-29' }),
  );
  expect(findings.find(({ id }) => id === 'E8')).toMatchObject({ verdict: 'warn', reason: { code: 'past-limit' } });
});
