import { describe, expect, it } from 'vitest';
import { fileOf, recipe as recipeSchema, recipeOf, type Recipe } from './recipe-file.ts';
import { kOf, kTarget, withK } from './recipe-target.ts';

const common = {
  format: 'custos-recipe',
  purpose: 'p1',
  release: 'anonymised',
  referenceDate: '2026-11-23',
  columns: ['city', 'ill', 'spent'],
  steps: [{ op: 'redact', version: 1, settings: { columns: ['city'] }, reason: '', enabled: true, 'x-note': 'kept' }],
} as const;
const old = {
  ...common,
  columns: [...common.columns],
  steps: [...common.steps],
  formatVersion: 1 as const,
  target: { k: 3, suppression: 0.05 },
};
const recipe: Recipe = recipeOf(old);

describe('a recipe file', () => {
  it('of format 1 becomes a target of k-anonymity and columns to protect, and the same file again', () => {
    const protecting = { ...old, protect: ['spent', 'gone', 'ill'] };
    const read = recipeOf(protecting);
    expect(read).toMatchObject({
      formatVersion: 2,
      target: { models: [{ model: 'k-anonymity', settings: { k: 3 } }], suppression: 0.05 },
      roles: [
        { column: 'spent', role: 'to-protect' },
        { column: 'gone', role: 'to-protect' },
        { column: 'ill', role: 'to-protect' },
      ],
    });
    expect(fileOf(read)).toEqual(protecting);
    for (const file of [old, { ...old, protect: [] }, { ...old, columns: undefined }])
      expect(JSON.parse(JSON.stringify(fileOf(recipeOf(file))))).toEqual(JSON.parse(JSON.stringify(file)));
  });

  it.each([
    [
      'another model',
      {
        target: { ...recipe.target, models: [...recipe.target.models, { model: 't-closeness', settings: { t: 0.3 } }] },
      },
    ],
    ['no model', { target: { models: [], suppression: 0.05 } }],
    [
      'a further setting',
      { target: { models: [{ model: 'k-anonymity', settings: { k: 3, more: 1 } }], suppression: 0 } },
    ],
    ['a k that format 1 has not', { target: kTarget(0.5, 0.05) }],
    ['another role', { roles: [{ column: 'city', role: 'could-be-known' as const }] }],
    [
      'four columns to protect',
      { roles: ['a', 'b', 'c', 'd'].map((column) => ({ column, role: 'to-protect' as const })) },
    ],
  ])('is written in format 2 where it has %s', (_name, more) => {
    const said = { ...recipe, ...more };
    expect(fileOf(said)).toEqual(said);
    expect(recipeSchema.parse(JSON.parse(JSON.stringify(said)))).toEqual(said);
  });

  it('of either format is taken from outside', () => {
    expect(recipeSchema.parse(old)).toEqual(recipe);
    expect(recipeSchema.parse(recipe)).toEqual(recipe);
    expect(recipeSchema.safeParse({ ...recipe, formatVersion: 3 }).success).toBe(false);
  });
});

describe('the k of a target', () => {
  it('is changed without its other models, and is the usual one where it names none', () => {
    const further = { model: 'entropy-l-diversity', settings: { l: 3 } };
    const target = { ...recipe.target, models: [further, ...recipe.target.models] };
    expect(withK(target, 8).models).toEqual([further, { model: 'k-anonymity', settings: { k: 8 } }]);
    const none = { models: [further], suppression: 0 };
    expect([kOf({ target }), kOf({ target: none })]).toEqual([3, 5]);
    expect(withK(none, 8).models).toEqual([{ model: 'k-anonymity', settings: { k: 8 } }, further]);
  });
});
