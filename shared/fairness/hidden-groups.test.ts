import { expect, it } from 'vitest';
import type { FairnessGroup } from '#shared/domain/fairness-audit.ts';
import { hiddenGroups } from './hidden-groups.ts';

const group = (people: number, ...values: string[]): FairnessGroup => ({
  values,
  people,
  chosen: 0,
  shareOfPeople: 0,
  shareOfChosen: null,
  shareOfChosenBetween: null,
  isReference: false,
  measures: [],
});
const hiddenOf = (groups: FairnessGroup[]): string[] =>
  [...hiddenGroups(groups, 10)].map(({ values }) => values.join(' ')).sort();

it('nothing is hidden where every group is large', () => {
  expect(hiddenOf([group(60, 'f'), group(10, 'm')])).toEqual([]);
});

it('a single small group takes another with it, so that the total less the shown does not tell of it', () => {
  expect(hiddenOf([group(60, 'f'), group(61, 'm'), group(1, 'x')])).toEqual(['f', 'x']);
});

it('small groups that are enough together hide each other', () => {
  expect(hiddenOf([group(60, 'f'), group(6, 'm'), group(7, 'x')])).toEqual(['m', 'x']);
});

it('in a crossing no row and no column less the shown tells of one', () => {
  const groups = [
    group(50, 'f', 'north'),
    group(3, 'f', 'south'),
    group(40, 'm', 'north'),
    group(60, 'm', 'south'),
    group(70, 'm', 'west'),
    group(80, 'f', 'west'),
  ];
  const hidden = hiddenGroups(groups, 10);
  for (const [at, value] of [
    [0, 'f'],
    [0, 'm'],
    [1, 'north'],
    [1, 'south'],
  ] as const) {
    const gone = groups.filter((one) => one.values[at] === value && hidden.has(one));
    if (gone.length > 0) expect(gone.reduce((sum, one) => sum + one.people, 0)).toBeGreaterThanOrEqual(10);
    expect(gone).not.toHaveLength(1);
  }
  expect(hidden.has(groups[4]!)).toBe(false);
});
