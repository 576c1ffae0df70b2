// What noise spends adds up over all releases of the same people: of one file, of its editions, and of other files of theirs.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { certificate as certificateSchema } from '#shared/certificate/certificate.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeEach(async () => {
  let seconds = 0;
  made = makeEngine('in memory', { clock: () => new Date(Date.parse('2026-11-30T12:00:00Z') + 1000 * ++seconds) });
  await made.client.workspaces.createTemporary({ name: 'Budget', operator: 'Ada' });
});
afterEach(() => made.close());

const people = (from: number, to: number): string[] =>
  Array.from(
    { length: to - from },
    (_, at) => `p${from + at}@example.com,${['Ulm', 'Bonn'][(from + at) % 2]!},${(from + at) % 90}`,
  );

async function bring(name: string, rows: readonly string[], head = 'email,city,spent'): Promise<string> {
  writeFileSync(made.path(`${name}.csv`), `${[head, ...rows].join('\n')}\n`);
  const { grantId } = made.engine.grants.add(made.path(`${name}.csv`), 'read');
  return (await follow(made.client.datasets.import({ grantId }))).id;
}

const counts = (epsilon: number, [by, sum]: [by: string, sum: string] = ['city', 'spent']): RecipeFile => {
  const settings = {
    columns: [by],
    epsilon,
    delta: 0,
    values: ['Ulm', 'Bonn'].map((value) => [by, value]),
    measures: [{ column: sum, figure: 'sum', low: 0, high: 50, step: 1 }],
  };
  return {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P1',
    release: 'anonymised',
    referenceDate: '2026-11-30',
    target: { k: 5, suppression: 0.05 },
    columns: ['email', by, sum],
    steps: [{ op: 'count-rows', version: 1, settings, reason: 'test', enabled: true }],
  };
};

async function release(datasetId: string, recipe: RecipeFile, output: string) {
  const { grantId } = made.engine.grants.add(made.path(output), 'write');
  await follow(made.client.releases.run({ datasetId, recipe, grantId, keepOrder: false }));
  const text = readFileSync(made.path(`${output}.certificate.json`), 'utf8');
  return certificateSchema.parse(JSON.parse(text)).spent!;
}
const refused = { code: 'TARGET_MISSED', message: expect.stringContaining('privacy-budget') as string };

it('adds up over editions, deleted ones too, and refuses what is above the policy’s row', async () => {
  const october = await bring('october', people(0, 200));
  const november = await bring('november', people(3, 203));
  expect((await release(october, counts(4), 'october-out.csv')).together).toMatchObject({ releases: 1, epsilon: '4' });
  expect((await release(november, counts(4), 'november-out.csv')).together).toMatchObject({
    releases: 2,
    epsilon: '8',
  });
  await expect(release(november, counts(3), 'again.csv')).rejects.toMatchObject(refused);
  // The same recipe over other rows has other noise: it is spent, though the recipe is the same.
  const december = await bring('december', people(5, 206));
  await expect(release(december, counts(4), 'december-out.csv')).rejects.toMatchObject(refused);
  await made.client.datasets.delete({ datasetId: october, reason: 'its time is over' });
  await expect(release(december, counts(4), 'december-out.csv')).rejects.toMatchObject(refused);
  expect((await release(december, counts(2), 'december-out.csv')).together).toMatchObject({
    releases: 3,
    epsilon: '10',
  });
});

it('adds up over other files that name one of the people, and over none that name nobody of them', async () => {
  const first = await bring('first', people(0, 100));
  await release(first, counts(6), 'first-out.csv');
  const [head, other] = ['email,town,basket', ['town', 'basket'] as [string, string]];
  const shared = await bring('shared', people(99, 200), head);
  await expect(release(shared, counts(6, other), 'shared-out.csv')).rejects.toMatchObject(refused);
  const strangers = await bring('strangers', people(300, 400), head);
  const { together, figures } = await release(strangers, counts(6, other), 'strangers-out.csv');
  expect(together).toMatchObject({ releases: 1, epsilon: '6' });
  // Two tables share ε; one person adds 50 to a sum at most.
  expect(figures).toMatchObject([
    { kind: 'people', most: '1', scale: expect.stringMatching(/^0\.333/) as string },
    {
      kind: 'sum',
      column: 'basket',
      low: '0',
      high: '50',
      most: '50',
      scale: expect.stringMatching(/^16\.66/) as string,
    },
  ]);
});
