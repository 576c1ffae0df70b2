import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { fileOf, type Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

/**
 * Values of the file, frequent ones, single ones and the earliest day; none is a word of Custos. Digits as they would
 * be written, so that no hash holds one by chance.
 */
const cities = ['Zqbonnheim', 'Zqlyonnais', 'Zqturinetto'];
const tiers = ['qgold-tier', 'qblue-tier'];
const single = {
  name: 'Zyxwina Qvortrup',
  email: 'zyxwina@quidd-mail.example',
  signup: '2011-02-03',
  amount: '98765.31',
  note: 'Zyxwina asked for a call on +49 30 5557319',
};
const values = [...cities, ...tiers, ...Object.values(single), 'Zyxwina', '5557319', 'Rejectina', 'code-zqbonn'];

const csv = (people: number): string => {
  const rows = Array.from({ length: people }, (_, at) => [
    `Ana Lopez${at}`,
    `ana${at}@mail.example`,
    at % 4 === 0 ? `Smalltown ${at}` : cities[at % 3],
    tiers[at % 2],
    `2019-0${1 + (at % 9)}-1${at % 10}`,
    `${30 + at}.25`,
    `Ana asked about bill ${at} of the year`,
  ]);
  rows[7] = [single.name, single.email, cities[1], tiers[1], single.signup, single.amount, single.note];
  return (
    `full_name,email,city,loyalty_segment,signup_date,purchase_amount,comment\n` +
    `${rows.map((row) => row.join(',')).join('\n')}\n"Rejectina Zyxwina,broken\n`
  );
};

let made: TestEngine;
let dataset: DatasetSummary;
let recipe: Recipe;
let directory: string;
const grant = (name: string, use: 'read' | 'write' | 'workspace-create' | 'workspace-open') =>
  made.engine.grants.add(made.path(name), use).grantId;
const files = (): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((found) =>
    found.isFile()
      ? [
          join(found.parentPath, found.name)
            .slice(directory.length + 1)
            .replaceAll(sep, '/'),
        ]
      : [],
  );
const valuesIn = (name: string): string[] => {
  const bytes = readFileSync(join(directory, name));
  return values.filter((value) => bytes.includes(value) || bytes.includes(Buffer.from(value, 'utf16le')));
};
/** Files of the workspace that hold any value, with the values. */
const leaks = (): Record<string, string[]> =>
  Object.fromEntries(files().flatMap((name) => (valuesIn(name).length > 0 ? [[name, valuesIn(name)]] : [])));

beforeAll(async () => {
  made = makeEngine('in memory');
  directory = made.path('Planted.custos');
  const { client } = made;
  await client.workspaces.create({
    grantId: grant('Planted.custos', 'workspace-create'),
    operator: 'Ada',
    passphrase: 'p',
    weakAccepted: true,
  });
  writeFileSync(made.path('people.csv'), csv(300));
  dataset = await follow(client.datasets.import({ grantId: grant('people.csv', 'read') }));
  writeFileSync(
    made.path('book.csv'),
    `name,label,codes\ncity,Town,"code-zqbonn=${cities[0]}; 2=${cities[1]}"\nloyalty_segment,Loyalty,"1=${tiers[0]}"\n`,
  );
  await client.classify.importCodebook({ datasetId: dataset.id, grantId: grant('book.csv', 'read') });
  await follow(client.classify.run({ datasetId: dataset.id }));
  await client.classify.decide({
    datasetId: dataset.id,
    decisions: dataset.columns.map(({ name }) => ({ column: name, action: 'accept' as const })),
  });
  await client.datasets.readWindow({
    datasetId: dataset.id,
    columns: ['city'],
    filter: [{ column: 'city', op: 'equals', value: cities[0]! }],
    offset: 0,
    limit: 10,
  });
  await client.datasets.revealCell({ datasetId: dataset.id, column: 'full_name', row: 7 });
  recipe = await client.recipes.recommend({ datasetId: dataset.id, purpose: 'P1', k: 5 });
  await client.recipes.save({ datasetId: dataset.id, recipe });
  await follow(client.releases.run({ datasetId: dataset.id, recipe, grantId: grant('out.csv', 'write') }));
  await follow(
    client.releases.run({
      datasetId: dataset.id,
      recipe: { ...recipe, target: kTarget(200, 0) },
      grantId: grant('no.csv', 'write'),
    }),
  ).then(
    () => expect.fail('It should have been refused.'),
    () => {},
  );
  // The next month, with the same recipe: what drifted is said, and the decisions of before.
  writeFileSync(made.path('next.csv'), csv(200).replace('purchase_amount', 'amount_spent'));
  const next = await follow(client.datasets.import({ grantId: grant('next.csv', 'read') }));
  await client.recipes.check({ datasetId: next.id, recipe });
  await client.recipes.save({ datasetId: next.id, recipe });
  await client.datasets.delete({ datasetId: next.id, reason: 'no longer needed' });
});
afterAll(() => made.close());

describe('the files of a workspace, after a whole job', () => {
  it('hold no cell value but the frequent ones that a recipe names: not the register, while it is open or closed', async () => {
    // Else this test could not fail: the recipe does name values, and the inventory does know the earliest day.
    expect(cities.filter((city) => JSON.stringify(recipe).includes(city))).toEqual(cities);
    const { inventory } = await made.client.classify.get({ datasetId: dataset.id });
    expect(inventory.map(({ since }) => since)).toContain(single.signup);
    const frequent = [...cities, ...tiers];
    const expected = {
      [`recipes/${dataset.id}.json`]: frequent.filter((value) => JSON.stringify(recipe).includes(value)),
    };
    expect(leaks()).toMatchObject(expected);
    for (const [name, found] of Object.entries(leaks())) {
      // A certificate names the recipe it certifies.
      expect(name).toMatch(/^(recipes\/[^/]+\.json|releases\/[^/]+\.certificate\.json)$/);
      expect(
        found.filter((value) => !frequent.includes(value)),
        name,
      ).toEqual([]);
    }
    await made.client.workspaces.close({});
    expect(valuesIn('register.sqlite')).toEqual([]);
    expect(Object.keys(leaks())).toContain(`recipes/${dataset.id}.json`);
    await made.client.workspaces.open({ grantId: grant('Planted.custos', 'workspace-open'), passphrase: 'p' });
    expect(await made.client.recipes.get({ datasetId: dataset.id })).toEqual(recipe);
    expect((await made.client.classify.get({ datasetId: dataset.id })).inventory).toEqual(inventory);
  });

  it('keep the working recipe as a readable file for its owner only, until its dataset goes', async () => {
    const name = join(directory, 'recipes', `${dataset.id}.json`);
    expect(readdirSync(join(directory, 'recipes'))).toEqual([`${dataset.id}.json`]);
    expect(statSync(name).mode & 0o777).toBe(0o600);
    expect(readFileSync(name, 'utf8')).toContain('\n  "format": "custos-recipe",\n');
  });

  it('keep a recipe that was edited by hand: what can be used is used, what cannot is said, and neither is lost', async () => {
    const { client } = made;
    const folder = join(directory, 'recipes');
    const file = join(folder, `${dataset.id}.json`);
    const kept = () =>
      readdirSync(folder)
        .filter((name) => name.includes('.kept-'))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    const byHand = `${JSON.stringify({ ...fileOf(recipe), target: { k: 7, suppression: 0.01 } })}\n`;
    writeFileSync(file, byHand);
    expect((await client.recipes.get({ datasetId: dataset.id }))?.target).toEqual(kTarget(7, 0.01));
    await client.recipes.save({ datasetId: dataset.id, recipe });
    expect(kept()).toEqual([]);
    writeFileSync(file, byHand);
    await client.recipes.save({ datasetId: dataset.id, recipe });
    expect(kept()).toEqual([byHand]);
    for (const [damage, words] of [
      [
        byHand.slice(0, 200),
        /recipes\/.+\.json in the workspace’s folder cannot be used\. The recipe is not JSON.*stays as it is/,
      ],
      ['{"format":"custos-recipe","formatVersion":9}', /format version 9/],
      [byHand.replace('"purpose"', `"${'x'.repeat(20)}"`), /field/],
    ] as const) {
      writeFileSync(file, damage);
      await expect(client.recipes.get({ datasetId: dataset.id })).rejects.toMatchObject({
        code: expect.stringMatching(/^RECIPE_/),
        data: { detail: expect.stringMatching(words) },
      });
      expect(readFileSync(file, 'utf8')).toBe(damage);
      await client.recipes.save({ datasetId: dataset.id, recipe });
      expect(await client.recipes.get({ datasetId: dataset.id })).toEqual(recipe);
      expect(kept()).toContain(damage);
    }
    await client.datasets.delete({ datasetId: dataset.id, reason: 'no longer needed' });
    expect(readdirSync(folder)).toEqual([]);
    expect((await client.register.verify({})).ok).toBe(true);
  });

  it('take no recipe that cannot be written, and the register takes no entry of it', async () => {
    const { client } = made;
    const again = await follow(client.datasets.import({ grantId: grant('people.csv', 'read') }));
    const saved = async () => (await client.register.list({ kind: 'recipe.saved' })).entries.length;
    const before = await saved();
    const superuser = process.geteuid?.() === 0;
    chmodSync(join(directory, 'recipes'), 0o500);
    for (const open of [made.directory, directory]) chmodSync(open, 0o777);
    for (const name of files().filter((found) => !found.includes('/'))) chmodSync(join(directory, name), 0o666);
    // Permissions do not bind the superuser: be somebody else meanwhile.
    if (superuser) process.seteuid?.(65534);
    try {
      await expect(client.recipes.save({ datasetId: again.id, recipe })).rejects.toMatchObject({
        code: 'WORKSPACE_READ_ONLY',
      });
    } finally {
      if (superuser) process.seteuid?.(0);
      chmodSync(join(directory, 'recipes'), 0o700);
    }
    expect([await saved(), readdirSync(join(directory, 'recipes'))]).toEqual([before, []]);
    expect((await client.register.verify({})).ok).toBe(true);
    await client.recipes.save({ datasetId: again.id, recipe });
    await client.recipes.endSitting({ datasetId: again.id });
    expect(await saved()).toBe(before + 1);
  });
});
