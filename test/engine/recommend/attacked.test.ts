import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { hintsOfHints, runCase, type Case, type CaseAttacks, type Column } from './recommend-case.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const recommended = (attacks: CaseAttacks, way: RecommendedWay = 'narrow', rows = 400): Promise<Case> =>
  runCase(duck, 'anonymised', 'P1', hintsOfHints, rows, way, attacks);

const closes =
  (...ops: string[]) =>
  (recipe: Recipe): boolean =>
    ops.includes(recipe.steps.at(-1)!.op);

it.each<RecommendedWay>(['narrow', 'levels'])(
  'what is recommended by the way %s is refused by no attack',
  async (way) => {
    const made = await recommended({ percent: 2 }, way, 500);
    const verdicts = (await made.attacksOn!(made.recipe))!.results.map(({ verdict }) => verdict);
    const before = (await made.attacksOn!(await made.unattacked!()))!.results.map(({ verdict }) => verdict);
    expect([before.includes('refused'), verdicts.includes('refused')]).toEqual([true, false]);
    expect(made.outputs.size).toBeGreaterThan(1);
  },
);

it('keeps no column by the way levels that the others give away', async () => {
  const kind = (row: number): number => row % 3;
  const columns: Column[] = [
    { name: 'Paid', type: 'payment_method', value: (row) => ['card', 'cash', 'invoice'][kind(row)]! },
    { name: 'Category', type: 'product_category', value: (row) => `kind ${row % 4}` },
    {
      name: 'Income',
      type: 'income_bracket',
      class: 'linkable',
      flags: ['financial'],
      value: (row) => ['low', 'middle', 'high'][kind(row)]!,
    },
  ];
  const made = await runCase(duck, 'anonymised', 'P1', columns, 240, 'levels');
  expect([...made.outputs.keys()]).toEqual(['Paid', 'Category']);
  const reasons = made.recipe.steps.flatMap(({ settings, reason }) =>
    (settings['columns'] as string[]).includes('Income') ? [reason] : [],
  );
  expect(reasons).toEqual([expect.stringContaining('whoever knows the other columns of a person could tell it')]);
});

it('is the same every time', async () => {
  expect((await recommended({ percent: 2 })).recipe).toEqual((await recommended({ percent: 2 })).recipe);
});

it('names a way that holds where its own does not', async () => {
  const refuses = closes('suppress-small-classes');
  await expect(recommended({ percent: 10, refuses }, 'narrow', 120)).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringContaining('(--way synthetic)'),
  });
});

it('says so where no way holds', async () => {
  const refuses = closes('suppress-small-classes', 'synthesise');
  await expect(recommended({ percent: 10, refuses }, 'levels', 120)).rejects.toMatchObject({
    code: 'TARGET_MISSED',
    message: expect.stringContaining('no other way holds either'),
  });
});

it('tells how far it is, and stops when it is cancelled', async () => {
  const told: number[] = [];
  const stop = new AbortController();
  const onTry = (share: number): void => {
    told.push(share);
    if (told.length === 3) stop.abort();
  };
  await expect(recommended({ percent: 2, signal: stop.signal, onTry }, 'narrow', 500)).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
  expect(told).toHaveLength(3);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
});
