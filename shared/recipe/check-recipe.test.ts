import { describe, expect, it } from 'vitest';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from './check-recipe.ts';
import { driftOf } from './drift.ts';

const columnsNamed = (...names: string[]): SourceColumn[] =>
  names.map((name, index) => ({ name, physical: `c${index + 1}`, header: name }));
const recipeOf = (steps: Partial<Recipe['steps'][number]>[], columns?: string[]): Recipe => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p1',
  release: 'anonymised',
  referenceDate: '2026-11-23',
  target: { k: 5, suppression: 0.05 },
  ...(columns === undefined ? {} : { columns }),
  steps: steps.map((step) => ({ op: 'drop-columns', version: 1, settings: {}, reason: '', enabled: true, ...step })),
});

describe('checking a recipe', () => {
  it('lets a good one pass', () => {
    expect(
      checkRecipe(
        recipeOf([{ settings: { columns: ['a'] } }, { op: 'suppress-small-classes', settings: { columns: ['b'] } }]),
        columnsNamed('a', 'b'),
      ),
    ).toEqual([]);
  });

  it.each([
    ['an unknown operation', { op: 'levitate' }, 'unknown-operation', null],
    ['a newer version of a step', { version: 99, settings: { columns: ['a'] } }, 'operation-from-future', null],
    ['a column that is not there', { settings: { columns: ['z'] } }, 'column-missing', 'columns'],
    ['a setting nobody knows', { settings: { columns: ['a'], colour: 'red' } }, 'settings', 'colour'],
    [
      'a setting of the wrong kind',
      { op: 'zip-prefix', settings: { columns: ['a'], length: 'three' } },
      'settings',
      'length',
    ],
    ['no settings at all', { settings: {} }, 'settings', 'columns'],
  ])('finds %s and names the step', (_name, step, code, setting) => {
    const [problem] = checkRecipe(recipeOf([{ settings: { columns: ['b'] } }, step]), columnsNamed('a', 'b', 'c'));
    expect(problem).toMatchObject({ step: 1, code, setting });
    expect(problem?.sentence).toMatch(/^Step 2 \(.+\): .+\.$/);
  });

  it('finds a column that an earlier step dropped, and steps after the suppression', () => {
    const drop = { settings: { columns: ['a'] } };
    expect(checkRecipe(recipeOf([drop, drop]), columnsNamed('a', 'b')).map(({ step, code }) => [step, code])).toEqual([
      [1, 'column-missing'],
    ]);
    expect(
      checkRecipe(
        recipeOf([{ op: 'suppress-small-classes', settings: { columns: ['b'] } }, drop]),
        columnsNamed('a', 'b'),
      ).map(({ step, code }) => [step, code]),
    ).toEqual([[1, 'after-suppression']]);
  });

  it('passes over steps that are switched off', () => {
    expect(checkRecipe(recipeOf([{ op: 'levitate', enabled: false }]), columnsNamed('a'))).toEqual([]);
  });
});

describe('next month’s file', () => {
  const recipe = recipeOf([{ settings: { columns: ['E-Mail'] } }], ['E-Mail', 'City', 'Plan']);
  it('has not drifted when the columns are the same, in any order', () => {
    expect(driftOf(recipe, columnsNamed('Plan', 'City', 'E-Mail'))).toEqual([]);
  });
  it('lacks a column, has another, and one that looks renamed', () => {
    expect(driftOf(recipe, columnsNamed('email', 'City', 'Comment'))).toEqual([
      'The column “E-Mail” is gone. It may be called “email” now: rename it in the recipe.',
      'The column “Plan” is gone. No step needs it.',
      'The column “email” is new. Nobody decided on it: it is left out.',
      'The column “Comment” is new. Nobody decided on it: it is left out.',
    ]);
  });
  it('is only compared with the steps where the recipe does not say which columns it was made for', () => {
    expect(driftOf(recipeOf([{ settings: { columns: ['E-Mail'] } }]), columnsNamed('City', 'New'))).toEqual([
      'The column “E-Mail” is gone. The recipe needs it.',
      'No step names “City”, “New”, and the recipe does not say which columns it was made for: left out, because ' +
        'nobody decided on them.',
    ]);
  });
});
