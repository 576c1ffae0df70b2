// Day and month between slashes: the column tells in which order, and where it does not, nobody is taken for a yes.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date('2026-11-29T12:00:00Z') });
  await made.client.workspaces.createTemporary({ name: 'Swapped', operator: 'Ada' });
});
afterAll(() => made.close());

const read = (name: string, text: string): string => {
  writeFileSync(made.path(name), text);
  return made.engine.grants.add(made.path(name), 'read').grantId;
};

/** Where people stand whose consent was given on these days. */
async function standing(name: string, days: string[]) {
  const people = days.map((_, at) => `${name}-${at},Ghent`);
  const { id: datasetId } = await follow(
    made.client.datasets.import({ grantId: read(`${name}.csv`, `customer_id,city\n${people.join('\n')}\n`) }),
  );
  const lines = days.map((day, at) => `${name}-${at},granted,${day}`);
  const { purposes } = await follow(
    made.client.consent.record({
      datasetId,
      key: 'customer_id',
      purpose: 'P2',
      grantId: read(`${name}-consent.csv`, `customer_id,consent_status,consent_date\n${lines.join('\n')}\n`),
    }),
  );
  const { people: counts, unknown } = purposes[0]!;
  return { valid: counts.valid, expired: counts.expired, unknown };
}

it.each([
  // A consent holds for two years: that of 12 April 2024 is over, that of 4 December 2024 is not.
  ['day-first', ['25/12/2024', '04/12/2024', '12/04/2024'], { valid: 2, expired: 1, unknown: {} }],
  ['month-first', ['12/25/2024', '04/12/2024', '12/04/2024'], { valid: 2, expired: 1, unknown: {} }],
  ['day-first-dashes', ['25-12-2024', '04-12-2024', '12-04-2024'], { valid: 2, expired: 1, unknown: {} }],
  ['dots', ['04.12.2024', '12.04.2024'], { valid: 1, expired: 1, unknown: {} }],
  ['same-either-way', ['05/05/2025', '06/06/2025'], { valid: 2, expired: 0, unknown: {} }],
])('reads a column as it is written: %s', async (name, days, expected) => {
  expect(await standing(name, days)).toEqual(expected);
});

it.each([
  ['nothing-tells', ['04/12/2024', '12/04/2024', '05/05/2025'], { valid: 1, expired: 0, unknown: { swappable: 2 } }],
  ['both-ways', ['25/12/2024', '12/25/2024', '04/12/2024'], { valid: 2, expired: 0, unknown: { swappable: 1 } }],
])('takes no date that can be swapped for a yes: %s', async (name, days, expected) => {
  expect(await standing(name, days)).toEqual(expected);
});
