import { expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { beginHistory, currentRecipe, undo, type RecipeHistory } from '#shared/recipe/history.ts';
import { recordCommand } from './recipe-history.ts';

const bands: RecipeStep = {
  op: 'age-bands',
  version: 1,
  settings: { columns: ['age'], edges: [18] },
  reason: '',
  enabled: true,
};
const start: Recipe = {
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1',
  release: 'anonymised',
  referenceDate: '2026-11-23',
  target: kTarget(5, 0.05),
  steps: [bands],
};
const at = (seconds: number) => ({
  actor: 'Ada',
  time: new Date(Date.UTC(2026, 10, 23, 12, 0, seconds)).toISOString(),
});
const edges = (history: RecipeHistory): unknown => currentRecipe(history).steps[0]?.settings['edges'];
const change = (settings: Record<string, unknown>) => ({
  kind: 'step-changed' as const,
  at: 0,
  step: { ...bands, settings: { ...bands.settings, ...settings } },
});

it('what is typed in one go is undone in one go', () => {
  let history = beginHistory(start);
  for (const [second, typed] of [
    [0, [1]],
    [1, [18, 3]],
    [2, [18, 35]],
  ] as const)
    history = recordCommand(history, change({ edges: typed }), at(second));
  expect(edges(history)).toEqual([18, 35]);
  expect(edges(undo(history))).toEqual([18]);
  // Nothing is erased by it.
  expect(history.entries).toHaveLength(3);
});

it('a pause, or another field, begins a new thing to undo', () => {
  const first = recordCommand(beginHistory(start), change({ edges: [40] }), at(0));
  const later = recordCommand(first, change({ edges: [50] }), at(9));
  expect(edges(undo(later))).toEqual([40]);
  const other = recordCommand(first, change({ edges: [40], from: 'birth-year' }), at(1));
  expect(edges(undo(other))).toEqual([40]);
  const moved = recordCommand(first, { kind: 'step-switched', at: 0, enabled: false }, at(1));
  expect(currentRecipe(undo(moved)).steps[0]).toMatchObject({ enabled: true, settings: { edges: [40] } });
});

it('the target typed digit by digit is one thing to undo, the purpose another', () => {
  const five = recordCommand(
    beginHistory(start),
    { kind: 'recipe-replaced', recipe: { ...start, target: kTarget(1, 0.05) } },
    at(0),
  );
  const fifteen = recordCommand(
    five,
    { kind: 'recipe-replaced', recipe: { ...currentRecipe(five), target: kTarget(15, 0.05) } },
    at(1),
  );
  const purpose = recordCommand(
    fifteen,
    { kind: 'recipe-replaced', recipe: { ...currentRecipe(fifteen), purpose: 'p2' } },
    at(1),
  );
  expect(currentRecipe(undo(purpose))).toMatchObject({ purpose: 'p1', target: kTarget(15, 0.05) });
  expect(currentRecipe(undo(undo(purpose))).target).toEqual(kTarget(5, 0.05));
});
