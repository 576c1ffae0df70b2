import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { recommendRecipe, type RecommendInput } from '#engine/recommend/recommend-recipe.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { tablesOf, writingTable } from '#shared/recipe/written-table.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { finding } from '#test/support/finding.ts';
import { purpose } from '../release/release-fixture.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

/** Four orders each of 300 people; what they have hangs together a little. */
const rows = 1200;
const mixed = (row: number, salt: number): number => (Math.imul(row + 1, 2_654_435_761 + salt * 40_503) >>> 8) % 10_000;
const specs: [name: string, type: Parameters<typeof finding>[1], value: (person: number, row: number) => string][] = [
  ['customer_id', 'customer_id', (person) => `K-${10_000 + person}`],
  ['city', 'city', (person) => ['Köln', 'Bonn', 'Graz', 'Ulm'][Math.min(mixed(person, 1) % 4, mixed(person, 2) % 5)]!],
  ['channel', 'contact_channel', (person) => ['web', 'shop', 'app'][mixed(person, 3) % 3]!],
  ['orders', 'purchase_count', (person) => String((mixed(person, 4) % 9) + (mixed(person, 1) % 4))],
  ['segment', 'loyalty_segment', (person) => ['gold', 'silver', 'bronze'][Math.min(2, (mixed(person, 4) % 9) >> 1)]!],
  [
    'device',
    'device_type',
    (person, row) => ['phone', 'desk'][mixed(row, 6) % 3 === 0 ? 0 : (mixed(person, 3) % 3) >> 1]!,
  ],
  [
    'payment',
    'payment_method',
    (person, row) => ['card', 'invoice', 'wallet'][mixed(row, 7) % 2 === 0 ? 2 : Math.min(1, mixed(person, 1) % 4)]!,
  ],
];
const columns = specs.map(([name], at) => ({ name, physical: `c${at + 1}`, header: name }));
const findings = specs.map(([name, type]) =>
  finding(name, type, { class: name === 'customer_id' ? 'linked' : 'linkable', category: 'personal', confidence: 1 }),
);
const referenceDate = '2026-11-23';
const k = 26;

async function recommended(over: Partial<RecommendInput> = {}): Promise<Recipe> {
  const cells = Array.from({ length: rows }, (_, row) => specs.map(([, , value]) => value(row % 300, row)));
  await tableOf(duck, 'orders', specs.length, cells);
  return recommendRecipe({
    duck,
    relation: 'orders',
    columns,
    findings,
    profiles: await profileColumns(duck, 'orders', columns),
    purpose,
    release: 'anonymised',
    tables: { most: 3, size: 3 },
    k,
    suppression: 0.05,
    referenceDate,
    overrides: [],
    ...over,
  });
}

/** What a release of one table writes: its header, its rows and which row of the source each is. */
async function written(recipe: Recipe): Promise<{ names: string[]; cells: string[][]; ids: number[] }> {
  const made = await transformRows({
    source: { duck, relation: 'orders', columns },
    recipe,
    findings,
    keys: null,
    referenceDate,
    overrides: [],
    spreadsheet: false,
    emptyIsNull: true,
  });
  const { kept } = await measureOutput(made, { recipe, findings });
  const { outputs } = made.compiled;
  const list = ['rid::VARCHAR', ...outputs.map(({ physical }) => physical)].join(', ');
  const [ids, ...cells] = await made.duck.texts(`SELECT ${list} FROM ${kept} ORDER BY rid`);
  await made.close();
  return { names: outputs.map(({ name }) => name), cells: cells as string[][], ids: ids!.map(Number) };
}

it('recommends tables that keep their word: the same rows, k people in each, within the limit', async () => {
  const recipe = await recommended();
  const names = tablesOf(recipe);
  expect(names.length).toBeGreaterThan(1);
  expect(names.length).toBeLessThanOrEqual(3);
  const tables = await Promise.all(names.map((name) => written(writingTable(recipe, name))));
  expect(new Set(tables.map(({ names: header }) => header.join())).size).toBe(names.length);
  for (const { names: header, cells, ids } of tables) {
    expect(ids).toEqual(tables[0]!.ids);
    expect(header.length).toBeGreaterThan(1);
    expect(header.length).toBeLessThanOrEqual(3);
    const people = new Map<string, Set<number>>();
    ids.forEach((id, at) => {
      const key = cells.map((column) => column[at]).join('|');
      people.set(key, (people.get(key) ?? new Set()).add(id % 300));
    });
    expect(Math.min(...[...people.values()].map(({ size }) => size))).toBeGreaterThanOrEqual(k);
  }
  const out = rows - tables[0]!.ids.length;
  expect(out).toBeGreaterThan(0);
  expect(out).toBeLessThanOrEqual(rows * 0.05);
  // The reason says what was measured, and every column that is in no table is dropped by name.
  const last = recipe.steps.at(-1)!;
  expect(last.reason).toContain(`leave out ${out} of 1,200 rows`);
  const used = new Set(tables.flatMap(({ names: header }) => header));
  const gone = recipe.steps.flatMap(({ op, settings }) =>
    op === 'drop-columns' ? (settings['columns'] as string[]) : [],
  );
  expect([...gone, ...used].sort()).toEqual(columns.map(({ name }) => name).sort());
});

it('is the same again, and says so where nothing fits', async () => {
  expect(await recommended()).toEqual(await recommended());
  await expect(recommended({ k: 250, suppression: 0 })).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringContaining('No two columns'),
  });
});
