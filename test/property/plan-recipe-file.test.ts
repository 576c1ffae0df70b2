import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import {
  beginHistory,
  canRedo,
  canUndo,
  currentRecipe,
  record,
  redo,
  undo,
  type RecipeCommand,
} from '#shared/recipe/history.ts';
import { operations } from '#shared/recipe/operations/index.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { renameColumns } from '#shared/recipe/rename-columns.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { upgradeRecipe } from '#shared/recipe/upgrade-recipe.ts';

const knownStep = fc.constantFrom(
  ...operations.flatMap(({ id, version, examples }) =>
    examples.map(({ settings }) => ({ op: id, version, settings: { ...settings } as Record<string, unknown> })),
  ),
);
const futureStep = fc.record({
  op: fc.constant('from-the-future'),
  version: fc.integer({ min: 1, max: 9 }),
  settings: fc.dictionary(
    fc.string({ maxLength: 8 }),
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    { maxKeys: 3, noNullPrototype: true },
  ),
});
const step = fc
  .tuple(
    fc.oneof(knownStep, futureStep),
    fc.string({ maxLength: 20 }),
    fc.boolean(),
    fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
  )
  .map(([base, reason, enabled, extra]) => ({
    ...base,
    reason,
    enabled,
    ...(extra === undefined ? {} : { 'x-note': extra }),
  }));
const recipe: fc.Arbitrary<Recipe> = fc
  .record({
    purpose: fc.string({ maxLength: 10 }),
    release: fc.constantFrom('anonymised' as const, 'pseudonymised' as const, 'targeting' as const),
    k: fc.integer({ min: 1, max: 100 }),
    suppression: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
    steps: fc.array(step, { maxLength: 6 }),
  })
  .map(({ purpose, release, k, suppression, steps }) => ({
    format: 'custos-recipe',
    formatVersion: 2,
    purpose,
    release,
    referenceDate: '2026-11-23',
    target: kTarget(k, suppression),
    steps,
  }));

describe('a recipe', () => {
  it('comes back from its file as it was, unknown steps and fields included', () => {
    fc.assert(
      fc.property(recipe, (before) => {
        expect(parseRecipe(serialiseRecipe(before))).toEqual(before);
      }),
      { seed: 1 },
    );
  });

  it('is written the same way whatever order its fields came in', () => {
    fc.assert(
      fc.property(recipe, (before) => {
        const shuffled = Object.fromEntries(Object.entries(before).reverse()) as unknown as Recipe;
        expect(serialiseRecipe(shuffled)).toBe(serialiseRecipe(before));
      }),
      { seed: 2 },
    );
  });

  it('is itself again after columns were renamed and renamed back', () => {
    fc.assert(
      fc.property(recipe, (before) => {
        const names = ['name', 'city', 'age', 'id', 'n', 'zip', 'at', 'mail'];
        const there = new Map(names.map((name) => [name, `${name} (new)`]));
        const back = new Map([...there].map(([from, to]) => [to, from]));
        expect(renameColumns(renameColumns(before, there), back)).toEqual(upgradeRecipe(before));
      }),
      { seed: 3 },
    );
  });
});

describe('the history', () => {
  it('goes back to the start and forward again to the same recipe', () => {
    const position = fc.nat({ max: 7 });
    const command: fc.Arbitrary<RecipeCommand> = fc.oneof(
      fc.record({ kind: fc.constant('step-added' as const), at: position, step }),
      fc.record({ kind: fc.constant('step-removed' as const), at: position }),
      fc.record({ kind: fc.constant('step-changed' as const), at: position, step }),
      fc.record({ kind: fc.constant('step-moved' as const), from: position, to: position }),
      fc.record({ kind: fc.constant('step-switched' as const), at: position, enabled: fc.boolean() }),
      fc.record({ kind: fc.constant('recipe-replaced' as const), recipe }),
    );
    fc.assert(
      fc.property(recipe, fc.array(command, { maxLength: 12 }), (start, commands) => {
        let history = beginHistory(start);
        let done = 0;
        for (const each of commands) {
          try {
            history = record(history, each, { actor: 'Ada', time: '2026-11-23T00:00:00Z' });
            done += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
        const end = currentRecipe(history);
        let steps = 0;
        while (canUndo(history)) {
          history = undo(history);
          steps += 1;
        }
        expect(steps).toBe(done);
        expect(currentRecipe(history)).toEqual(start);
        while (canRedo(history)) history = redo(history);
        expect(currentRecipe(history)).toEqual(end);
      }),
      { seed: 4 },
    );
  });

  it('keeps what was undone when something else is done instead', () => {
    const start: Recipe = {
      format: 'custos-recipe',
      formatVersion: 2,
      purpose: 'p1',
      release: 'anonymised',
      referenceDate: '2026-11-23',
      target: kTarget(5, 0),
      steps: [],
    };
    const who = { actor: 'Ada', time: '2026-11-23T00:00:00Z' };
    const drop = (column: string): RecipeCommand => ({
      kind: 'step-added',
      at: 0,
      step: { op: 'drop-columns', version: 1, settings: { columns: [column] }, reason: '', enabled: true },
    });
    const branched = record(undo(record(beginHistory(start), drop('a'), who)), drop('b'), who);
    expect(branched.entries).toHaveLength(2);
    expect(currentRecipe(branched).steps.map(({ settings }) => settings['columns'])).toEqual([['b']]);
    expect(currentRecipe(redo(undo(branched))).steps.map(({ settings }) => settings['columns'])).toEqual([['b']]);
  });
});
