import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { k, people, hintsOfHints, runCase, counts, filled, small, type Case } from './recommend-case.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

/** Settings of a step for one of its columns that are one bound, value or unit finer. */
function finerSettings({ op, settings }: RecipeStep, values: readonly (string | null)[]): Record<string, unknown>[] {
  const there = filled(values);
  const withEdges = (candidates: number[]): Record<string, unknown>[] => {
    const edges = settings['edges'] as number[];
    return candidates
      .filter((edge) => !edges.includes(edge))
      .map((edge) => ({ edges: [...edges, edge].sort((a, b) => a - b) }));
  };
  switch (op) {
    case 'age-bands':
      return withEdges([18, 25, 35, 45, 55, 65, 75]);
    case 'numeric-bins': {
      const sorted = there.map(Number).sort((a, b) => a - b);
      const eighths = [1, 2, 3, 4, 5, 6, 7].map((part) =>
        Number(sorted[Math.ceil((part / 8) * sorted.length) - 1]!.toPrecision(2)),
      );
      return withEdges([...new Set(eighths.filter((edge) => edge > sorted[0]!))]).map((finer) => ({
        ...finer,
        whole: (finer['edges'] as number[]).every(Number.isInteger) && sorted.every(Number.isInteger),
      }));
    }
    case 'truncate-date': {
      const units = ['decade', 'year', 'quarter', 'month'];
      const next = units[units.indexOf(String(settings['to'])) + 1];
      return next === undefined ? [] : [{ to: next }];
    }
    case 'zip-prefix':
      return Number(settings['length']) < 3 ? [{ length: Number(settings['length']) + 1 }] : [];
    case 'map-categories': {
      const hierarchy = settings['hierarchy'] as string[][];
      // The hundred commonest values may be shown by themselves, of equally common ones the first.
      const frequent = [...counts(there)]
        .filter(([, size]) => size >= Math.max(k, Math.ceil(there.length * 0.002)))
        .sort((a, b) => b[1] - a[1] || (a[0]! < b[0]! ? -1 : 1))
        .slice(0, 100);
      return frequent
        .filter(([value]) => !hierarchy.some(([known]) => known === value))
        .slice(0, 20)
        .map(([value]) => ({ hierarchy: [...hierarchy, [value!, value!]] }));
    }
    default:
      return [];
  }
}

/** The recipes in which one column of one step is one bound, value or unit finer. */
function* finerRecipes(made: Case): Generator<{ name: string; settings: Record<string, unknown>; recipe: Recipe }> {
  for (const [at, step] of made.recipe.steps.entries()) {
    if (step.op === 'suppress-small-classes') continue;
    for (const name of step.settings['columns'] as string[])
      for (const settings of finerSettings(step, made.source.get(name)!)) {
        const others = (step.settings['columns'] as string[]).filter((each) => each !== name);
        const rest = others.length === 0 ? [] : [{ ...step, settings: { ...step.settings, columns: others } }];
        const finer = { ...step, settings: { ...step.settings, ...settings, columns: [name] } };
        const steps = made.recipe.steps.toSpliced(at, 1, finer, ...rest);
        yield { name, settings, recipe: { ...made.recipe, steps } };
      }
  }
}

describe('a recommendation', () => {
  let tried = 0;
  it.each([
    ['P1', 1500, ['Model']],
    ['P4', 1200, ['Model', 'Category']],
    ['P5', 900, ['Model', 'Born', 'Last order']],
    ['P7', 600, ['Model']],
    // Little beside the age, so that groups of age are what is left to become finer.
    [
      'P1',
      2000,
      people.map(({ name }) => name).filter((name) => !['Key', 'Age', 'City', 'Level', 'Device'].includes(name)),
    ],
    [
      'P1',
      2000,
      people
        .map(({ name }) => name)
        .filter((name) => !['Name', 'Age', 'Paid', 'Category', 'Tickets', 'Spent'].includes(name)),
    ],
  ])(
    'is not dominated: for %s of %i rows no bound, value or unit more keeps within the limit',
    async (purpose, rows, without) => {
      const made = await runCase(
        duck,
        'anonymised',
        purpose,
        people.filter(({ name }) => !without.includes(name)),
        rows,
      );
      for (const { name, settings, recipe } of finerRecipes(made)) {
        expect([name, settings, small(await made.under(recipe), rows) > rows * 0.05]).toEqual([name, settings, true]);
        tried += 1;
      }
    },
  );

  it('was tried with many finer ones', () => expect(tried).toBeGreaterThan(20));

  it('is not dominated where attacks keep it coarse: whatever k allows further, an attack is refused', async () => {
    const rows = 500;
    let attacked = 0;
    for (const way of ['narrow', 'levels'] as const) {
      const made = await runCase(duck, 'anonymised', 'P1', hintsOfHints, rows, way, { percent: 2 });
      for (const { name, settings, recipe } of finerRecipes(made)) {
        if (small(await made.under(recipe), rows) > rows * 0.05) continue;
        const { results } = (await made.attacksOn!(recipe))!;
        const refused = results.some(({ verdict }) => verdict === 'refused');
        expect([way, name, settings, refused]).toEqual([way, name, settings, true]);
        attacked += 1;
      }
    }
    expect(attacked).toBeGreaterThan(0);
  });
});
