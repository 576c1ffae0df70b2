// A release is held against those of other editions of the same people: whoever has both takes one from the other.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { certificate as certificateSchema } from '#shared/certificate/certificate.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { readCsv } from '#test/support/read-csv.ts';

let made: TestEngine;
beforeEach(async () => {
  // Each look at the clock is a second later: editions are told apart by when they came in.
  let seconds = 0;
  made = makeEngine('in memory', { clock: () => new Date(Date.parse('2026-11-30T12:00:00Z') + 1000 * ++seconds) });
  await made.client.workspaces.createTemporary({ name: 'Editions', operator: 'Ada' });
});
afterEach(() => made.close());

type Person = [email: string, city: string, plan: string];
/** So unlike in size that a guess of one column is the same whatever the other says. */
const sizes: [city: string, plan: string, people: number][] = [
  ['Ulm', 'free', 60],
  ['Ulm', 'pro', 16],
  ['Bonn', 'free', 30],
  ['Bonn', 'pro', 8],
  ['Ghent', 'free', 20],
  ['Ghent', 'pro', 8],
];
const october = sizes.flatMap(([city, plan, people]) =>
  Array.from({ length: people }, (_, at): Person => [`${city}-${plan}-${at}@example.com`, city, plan]),
);
/** One leaves in three groups each, alone; another as somebody comes, who makes up for one in what is free. */
const leaving = ['Bonn-free-0', 'Ghent-free-0', 'Bonn-pro-0'].map((name) => `${name}@example.com`);
const masked = ['Ulm-free-0', 'Ulm-pro-0'].map((name) => `${name}@example.com`);
const november: Person[] = [
  ...october.filter(([email]) => !leaving.includes(email) && !masked.includes(email)),
  ['new-1@example.com', 'Ulm', 'free'],
  ['new-2@example.com', 'Ulm', 'pro'],
];

async function bring(name: string, people: readonly Person[], head = 'email,city,plan'): Promise<string> {
  writeFileSync(made.path(`${name}.csv`), `${[head, ...people.map((row) => row.join(','))].join('\n')}\n`);
  const { grantId } = made.engine.grants.add(made.path(`${name}.csv`), 'read');
  const { id } = await follow(made.client.datasets.import({ grantId }));
  return id;
}
const recipe = (columns: string[], over: Partial<RecipeFile> = {}): RecipeFile =>
  ({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P1',
    release: 'anonymised',
    referenceDate: '2026-11-30',
    target: { k: 5, suppression: 0.05 },
    columns: ['email', 'city', 'plan'],
    steps: [{ op: 'drop-columns', version: 1, settings: { columns }, reason: 'test', enabled: true }],
    ...over,
  }) as RecipeFile;
const release = (datasetId: string, asked: RecipeFile, output: string) =>
  follow(
    made.client.releases.run({
      datasetId,
      recipe: asked,
      grantId: made.engine.grants.add(made.path(output), 'write').grantId,
      keepOrder: false,
    }),
  );

/** How many rows of a written file have each combination, as a stranger counts them. */
function groupsOf(output: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of readCsv(readFileSync(made.path(output), 'utf8')).rows)
    found.set(row.join('|'), (found.get(row.join('|')) ?? 0) + 1);
  return found;
}

it('refuses what points at leavers, says whom beside which release, and lets a coarser one pass', async () => {
  const first = await bring('october', october);
  expect(await release(first, recipe(['email']), 'october-out.csv')).not.toHaveProperty('earlierEditions');
  const second = await bring('november', november);
  const pointing = {
    output: 'october-out.csv',
    columns: ['city', 'plan'],
    followedBy: 'email',
    joined: 0,
    pointedAt: { people: 3, left: 3, joined: 0, changed: 0, groups: 3, k: 5 },
  };
  const ahead = await made.client.recipes.assess({ datasetId: second, recipe: recipe(['email']) });
  expect(ahead).toMatchObject({ label: 'k-anonymous', earlierEditions: [pointing] });
  expect(ahead.tests.find(({ test }) => test === 'linkability')).toMatchObject({ result: 'fail' });
  await expect(release(second, recipe(['email']), 'november-out.csv')).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringMatching(
      /“october-out\.csv”.*3 groups of “city”, “plan” changed by fewer than 5 people.*3 people \(3 who left\)/s,
    ),
  });
  // What is no anonymised release is told of the columns that k counts there, and written.
  const told = await release(second, recipe(['email'], { release: 'pseudonymised' }), 'inside.csv');
  expect(told.earlierEditions).toMatchObject([{ ...pointing, columns: ['city'], pointedAt: { people: 3, groups: 2 } }]);
  const [before, after] = [groupsOf('october-out.csv'), groupsOf('inside.csv')];
  expect([...before].filter(([group, size]) => after.get(group) === size - 1)).toHaveLength(3);

  const coarser = await release(second, recipe(['email', 'city']), 'november-out.csv');
  expect(coarser).toMatchObject({
    label: 'anonymised',
    earlierEditions: [{ output: 'october-out.csv', columns: ['plan'], joined: 0, pointedAt: { people: 0, groups: 0 } }],
  });
  const { outsider } = certificateSchema.parse(
    JSON.parse(readFileSync(made.path('november-out.csv.certificate.json'), 'utf8')),
  );
  expect(outsider?.earlierEditions).toMatchObject([
    { output: 'october-out.csv', joined: '0', pointedAt: { people: 0 } },
  ]);

  // A third edition is held against the releases of both, by whoever is in it.
  const third = await bring('december', november.slice(1));
  const december = await made.client.recipes.assess({ datasetId: third, recipe: recipe(['email', 'city']) });
  expect(december.earlierEditions).toMatchObject([
    { output: 'november-out.csv', pointedAt: { people: 1, left: 1, groups: 1 } },
    { output: 'inside.csv', pointedAt: { people: 1, left: 1, groups: 1 } },
    { output: 'october-out.csv', pointedAt: { people: 0, groups: 0 } },
  ]);
});

it('follows by rows that read the same where nothing says who is who, and tells what it cannot compare', async () => {
  const nameless = (people: readonly Person[]): Person[] => people.map(([, ...rest], at) => [String(at % 3), ...rest]);
  const head = 'visits,city,plan';
  const asked = recipe(['visits'], { columns: head.split(',') });
  const first = await bring('october', nameless(october), head);
  await release(first, { ...asked, release: 'pseudonymised' }, 'october-out.csv');
  const second = await bring('november', nameless(october).slice(0, -2), head);
  const found = await made.client.recipes.assess({ datasetId: second, recipe: asked });
  expect(found.earlierEditions).toMatchObject([{ followedBy: null, pointedAt: { people: 2, left: 2, groups: 1 } }]);

  const others = await bring(
    'others',
    nameless(october.slice(1)).map(([, ...rest], at) => [String(1000 + at), ...rest]),
    head,
  );
  const unknown = await made.client.recipes.assess({ datasetId: others, recipe: asked });
  expect(unknown.earlierEditions).toMatchObject([{ pointedAt: null, why: expect.stringContaining('fewer than half') }]);

  await made.client.datasets.delete({ datasetId: first, reason: 'its time is over' });
  const gone = await made.client.recipes.assess({ datasetId: second, recipe: asked });
  expect(gone.earlierEditions).toMatchObject([
    { pointedAt: null, why: expect.stringContaining('not in the workspace') },
  ]);
  // Nobody is kept from releasing by having deleted what was over.
  expect(gone).toMatchObject({ label: 'anonymised' });
  expect(gone.tests.find(({ test }) => test === 'linkability')?.detail).toContain('not compared');
});

it('compares neither samples nor rows grouped by all columns together, and says so', async () => {
  const first = await bring('october', october);
  await release(first, recipe(['email'], { release: 'pseudonymised' }), 'october-out.csv');
  const second = await bring('november', november);
  const withStep = (op: string, settings: object): RecipeFile => {
    const asked = recipe(['email']);
    return {
      ...asked,
      steps: [...asked.steps, { op, version: 1, settings, reason: 'test', enabled: true }],
    } as RecipeFile;
  };
  const why = async (asked: RecipeFile) =>
    (await made.client.recipes.assess({ datasetId: second, recipe: asked })).earlierEditions;
  expect(await why(withStep('group-rows', { columns: ['city', 'plan'] }))).toMatchObject([
    { joined: null, pointedAt: null, why: expect.stringContaining('read otherwise in each edition') },
  ]);
  expect(await why(withStep('sample-rows', { share: 0.5 }))).toMatchObject([
    { joined: null, pointedAt: null, why: expect.stringContaining('not in a sample') },
  ]);
});
