import { describe, expect, it } from 'vitest';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { buildHierarchy } from '#engine/anonymise/hierarchies/build-hierarchy.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';
import { askedModels } from './asked-models.ts';
import { requirePossible, searchColumns } from './search-columns.ts';

const asked = (more: Partial<AskedAnonymise>): AskedAnonymise => ({
  qi: ['a'],
  sensitive: [],
  models: [],
  k: 2,
  suppression: 0,
  metric: 'loss',
  hierarchies: [],
  limits: [],
  seconds: 1,
  keepOrder: false,
  outputGrantId: '',
  force: false,
  ...more,
});
const loaded = (rows: [string, string | null][]) => ({
  qi: codeRows(
    ['a'],
    rows.map(([a]) => [a]),
  ),
  guarded: codeRows(
    ['s'],
    rows.map(([, s]) => [s]),
  ),
});
const table = loaded([
  ['1', 'x'],
  ['2', 'y'],
  ['3', null],
]);
const hierarchies = table.qi.columns.map((column) => buildHierarchy(column).hierarchy);
const distinct = (l: number) => ({ models: [{ id: 'distinct-l-diversity', settings: { l } }], sensitive: ['s'] });

describe('what cannot be asked', () => {
  it.each([
    ['a model that there is not', { models: [{ id: 'm-anonymity', settings: {} }] }, 'no privacy model “m-anonymity”'],
    [
      'settings that it does not take',
      { models: [{ id: 't-closeness', settings: { t: 2 } }], sensitive: ['s'] },
      'from 0 to 1',
    ],
    ['a model twice', { ...distinct(2), models: [...distinct(2).models, ...distinct(3).models] }, 'asked for twice'],
    ['a model without its column', { models: distinct(2).models }, 'none is named'],
    ['a column without a model', { sensitive: ['s'] }, 'how “s” is to be protected'],
  ])('is %s', (_name, more, sentence) => {
    expect(() => askedModels(asked(more))).toThrow(sentence);
  });

  it.each([
    ['least', { limits: [{ column: 'b', least: 1 }] }, '--min-level names “b”'],
    ['most', { limits: [{ column: 'b', most: 1 }] }, '--max-level names “b”'],
    ['weight', { limits: [{ column: 'b', weight: 1 }] }, '--weight names “b”'],
    ['a level above all', { limits: [{ column: 'a', most: 99 }] }, 'has the levels 0 to'],
    [
      'a lowest level above the highest',
      {
        limits: [
          { column: 'a', least: 1 },
          { column: 'a', most: 0 },
        ],
      },
      'is above its highest',
    ],
  ])('is a limit: %s', (_name, more, sentence) => {
    expect(() => searchColumns(table, hierarchies, asked(more))).toThrow(sentence);
  });

  it('takes the last of two limits, and all levels where none is given', () => {
    const limits = [
      { column: 'a', least: 1 },
      { column: 'a', least: 0 },
      { column: 'a', weight: 3 },
    ];
    const height = hierarchies[0]!.levels.length - 1;
    expect(searchColumns(table, hierarchies, asked({ limits }))).toMatchObject([{ least: 0, most: height, weight: 3 }]);
  });
});

describe('what no levels can reach', () => {
  it.each([
    ['a file without rows', { k: 2 }, loaded([]), 'has no rows'],
    ['more rows alike than there are', { k: 4 }, table, 'Give a k of at most 3'],
    ['more people than there are', { k: 3, person: 's' }, table, '“s” names 2 people'],
    ['more values than there are, a missing one being none', distinct(3), table, 'has 2 different values'],
    [
      'a protected column that is the same for all',
      distinct(2),
      loaded([
        ['1', 'x'],
        ['2', 'x'],
        ['3', null],
      ]),
      'one value in every row',
    ],
  ])('is %s', (_name, more, rows, sentence) => {
    expect(() => requirePossible('f.csv', asked(more), rows)).toThrow(sentence);
  });
});
