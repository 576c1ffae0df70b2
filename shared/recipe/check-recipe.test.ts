import { describe, expect, it } from 'vitest';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { checkRecipe } from './check-recipe.ts';
import { driftOf } from './drift.ts';

const columnsNamed = (...names: string[]): SourceColumn[] =>
  names.map((name, index) => ({ name, physical: `c${index + 1}`, header: name }));
const recipeOf = (steps: Partial<Recipe['steps'][number]>[], columns?: string[]): Recipe => ({
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1',
  release: 'anonymised',
  referenceDate: '2026-11-23',
  target: kTarget(5, 0.05),
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

  it('says what a setting can be where there is a list', () => {
    const step = { op: 'truncate-date', settings: { columns: ['a'], dateFormat: 'yyyy-MM-dd', to: 'month' } };
    expect(checkRecipe(recipeOf([step]), columnsNamed('a'))[0]?.sentence).toContain(
      '“dateFormat” has a value this operation cannot use. It is one of iso, d.m.y,',
    );
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

describe('checking what a recipe asks for', () => {
  const asking = (over: Partial<Recipe>) => checkRecipe({ ...recipeOf([]), ...over }, columnsNamed('a', 'b', 'c', 'd'));
  const models = (...asked: [model: string, settings: Record<string, unknown>][]) =>
    asking({ target: { models: asked.map(([model, settings]) => ({ model, settings })), suppression: 0 } });

  it('passes models with their settings, and roles of columns that are there', () => {
    expect(models(['k-anonymity', { k: 3 }], ['t-closeness', { t: 0.2 }])).toEqual([]);
    expect(
      asking({
        roles: [
          { column: 'a', role: 'identifying' },
          { column: 'b', role: 'to-protect' },
          { column: 'c', role: 'same-for-a-group' },
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a model nobody knows',
      [['k-anything', { k: 3 }]],
      'unknown-model',
      /“target.models\[1\].model” is “k-anything”.*update Custos/,
    ],
    [
      'k twice',
      [
        ['k-anonymity', { k: 3 }],
        ['k-anonymity', { k: 5 }],
      ],
      'model-twice',
      /“target.models\[2\]”.*second time\. Keep one/,
    ],
    [
      'a k of 2.5',
      [['k-anonymity', { k: 2.5 }]],
      'model-settings',
      /“target.models\[1\].settings”.*a whole number from 1/,
    ],
    ['a t of 3', [['t-closeness', { t: 3 }]], 'model-settings', /t, a number from 0 to 1/],
    ['a setting too many', [['k-anonymity', { k: 3, l: 2 }]], 'model-settings', /Correct it\./],
  ] as [string, [string, Record<string, unknown>][], string, RegExp][])('names %s', (_name, asked, code, sentence) => {
    expect(models(...asked)).toEqual([{ step: null, setting: null, code, sentence: expect.stringMatching(sentence) }]);
  });

  it('lets no anonymised release ask for less than the word needs of what is protected', () => {
    const less = [
      ['t-closeness', { t: 0.9 }, /t-closeness of at most 0\.5\. Ask for that, or make the release pseudonymised/],
      ['distinct-l-diversity', { l: 1 }, /Distinct l-diversity of at least 2/],
      ['entropy-l-diversity', { l: 1.2 }, /Entropy l-diversity of at least 1\.5/],
    ] as const;
    for (const [model, settings, sentence] of less) {
      const target = { models: [{ model, settings }], suppression: 0 };
      expect(asking({ target })).toEqual([
        { step: null, setting: null, code: 'model-too-weak', sentence: expect.stringMatching(sentence) },
      ]);
      expect(asking({ target, release: 'pseudonymised' })).toEqual([]);
    }
  });

  it('names a column with two roles, one that is not there, and a fourth to protect', () => {
    const roles = (...given: [column: string, role: NonNullable<Recipe['roles']>[number]['role']][]) =>
      asking({ roles: given.map(([column, role]) => ({ column, role })) }).map(({ code, sentence }) => [
        code,
        sentence,
      ]);
    expect(roles(['a', 'to-protect'], ['a', 'identifying'])).toEqual([
      ['two-roles', 'The field “roles” calls “a” both to protect and identifying. Keep one of them.'],
    ]);
    expect(roles(['gone', 'could-be-known'])).toEqual([
      ['role-column-missing', expect.stringContaining('“gone”, which is no column of this file')],
    ]);
    expect(roles(['a', 'to-protect'], ['b', 'to-protect'], ['c', 'to-protect'], ['d', 'to-protect'])).toEqual([
      ['too-many-protected', expect.stringContaining('protects 4 columns, at most 3')],
    ]);
    // As before there were roles: of a protected column that is gone nothing is left to protect.
    expect(roles(['gone', 'to-protect'])).toEqual([]);
  });
});
