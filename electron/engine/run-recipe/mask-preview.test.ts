import { describe, expect, test } from 'vitest';
import { maskPreview, tells } from './mask-preview.ts';

describe('whether a result still tells the value', () => {
  test.each([
    ['Ghent', 'Ghent'],
    ['GHENT ', 'ghent'],
    ['Ghent, Belgium', 'Ghent'],
    ['37', '37.0'],
    ['2024-02-01', '01/02/2024'],
    ['no. 123456', '123456'],
    ['F or M', 'F'],
    ['Zürich', 'Zu\u0308rich'],
  ])('%s tells %s', (result, source) => expect(tells(result, source)).toBe(true));
  test.each([
    ['10–19', '10'],
    ['80+', '80'],
    ['2024-05', '2024-05-17'],
    ['101', '10115'],
    ['Other', 'Oslo'],
    ['Female', 'm'],
    ['40', '37'],
    ['anything', ''],
    ['', '0'],
  ])('%s does not tell %s', (result, source) => expect(tells(result, source)).toBe(false));
});

const preview = {
  before: {
    columns: ['city', 'plan', 'id'],
    rows: [
      ['Ghent', 'gold', 'a7'],
      ['Lima', 'free', 'b9'],
      [null, 'free', 'c1'],
    ],
  },
  after: {
    columns: ['place', 'plan', 'hash', 'kept'],
    rows: [
      ['Ghent', 'gold', '0a7f', 'Ghent'],
      ['Other', 'free', 'b900', 'Lima'],
      [null, 'free', 'c1c1', null],
    ],
    outputs: [
      { sources: ['city'], treatment: 'generalised' as const },
      { sources: ['plan'], treatment: 'kept' as const },
      { sources: ['id'], treatment: 'hashed-keyed' as const },
      { sources: ['city'], treatment: 'kept' as const },
    ],
  },
};

test('a category that keeps its name is masked, one that became another is shown', () => {
  const { before, after } = maskPreview(preview, new Set(['city', 'id']));
  expect(before.rows.map((row) => row.map(({ masked }) => masked))).toEqual([
    [true, false, true],
    [true, false, true],
    [false, false, true],
  ]);
  expect(after.rows.map((row) => row.map(({ masked }) => masked))).toEqual([
    [true, false, false, true],
    [false, false, false, true],
    [false, false, false, false],
  ]);
  expect(JSON.stringify([before, after])).not.toMatch(/Ghent|Lima/);
});

test('what has been revealed is shown on both sides', () => {
  const { before, after } = maskPreview(preview, new Set(['id']));
  expect(before.rows[0]![0]).toEqual({ text: 'Ghent', masked: false });
  expect(after.rows.flat().some(({ masked }) => masked)).toBe(false);
});
