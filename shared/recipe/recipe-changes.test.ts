import { expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recipeChanges } from './recipe-changes.ts';

const step = (op: string, column: string) => ({
  op,
  version: 1,
  settings: { column, way: { a: 1, b: 2 } },
  reason: '',
  enabled: true,
});
const recipe = (steps: Recipe['steps'], part: Partial<Recipe> = {}): Recipe => ({
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-01-05',
  target: { models: [], suppression: 0.05 },
  steps,
  ...part,
});
const [a, b, c] = [step('drop', 'a'), step('drop', 'b'), step('bin', 'c')];
const none = { added: 0, removed: 0, edited: 0, otherwise: false };

it.each<[string, Recipe | null, Recipe, object]>([
  ['the first recipe', null, recipe([a, b]), { ...none, added: 2 }],
  ['the same again', recipe([a, b]), recipe([{ ...a }, b]), none],
  [
    'settings spelled in another order',
    recipe([a]),
    recipe([{ ...a, settings: { way: { b: 2, a: 1 }, column: 'a' } }]),
    none,
  ],
  ['one more', recipe([a]), recipe([a, c]), { ...none, added: 1 }],
  ['one less of two that are the same', recipe([a, a, c]), recipe([a, c]), { ...none, removed: 1 }],
  ['another setting', recipe([a, c]), recipe([b, c]), { ...none, edited: 1 }],
  ['switched off', recipe([a]), recipe([{ ...a, enabled: false }]), { ...none, edited: 1 }],
  ['one out, one of another kind in', recipe([a]), recipe([c]), { ...none, added: 1, removed: 1 }],
  ['another order', recipe([a, c]), recipe([c, a]), { ...none, otherwise: true }],
  ['another release', recipe([a]), recipe([a], { release: 'targeting' }), { ...none, otherwise: true }],
])('%s is counted', (_what, before, after, changes) => expect(recipeChanges(before, after)).toEqual(changes));
