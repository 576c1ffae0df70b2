import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

/** Two numbers in 0..1 of a row, each with no pattern, and the same in every run. */
const chance = (row: number, seed: number): number => (((row + 1) * (seed * 7919 + 104_729)) % 1009) / 1009;
const bell = (row: number, seed: number): number =>
  [1, 2, 3, 4].reduce((sum, at) => sum + chance(row, seed + at), 0) / 2 - 1;
const height = (row: number): number => 170 + 18 * bell(row, 1);

test('columns without names: heights, and the weights of the same people', async () => {
  const found = await classifyCells({
    c1: (row) => height(row).toFixed(1),
    c2: (row) => (70 + 0.9 * (height(row) - 170) + 12 * bell(row, 9)).toFixed(1),
    c3: (row) => (chance(row, 17) * 7).toFixed(2),
  });
  expect(found['c1']).toMatchObject({ class: 'linkable', type: 'height' });
  expect(found['c2']).toMatchObject({ class: 'linkable', type: 'weight' });
  expect(found['c3']).toMatchObject({ class: 'linkable', type: 'person_attribute', needsReview: true });
});

test('figures in the same ranges that have nothing to do with each other are not', async () => {
  const found = await classifyCells({
    c1: (row) => height(row).toFixed(1),
    c2: (row) => (70 - 0.9 * (height(row) - 170) + 4 * bell(row, 9)).toFixed(1),
  });
  for (const name of ['c1', 'c2']) expect(found[name]?.class, name).toBe('non_pii');
});

test.each(['F', 'K', 'Z', 'W'])('M and %s are the letters of men and women, M and S are not', async (woman) => {
  const found = await classifyCells({
    c1: (row) => (row % 3 ? 'M' : woman),
    c2: (row) => (row % 3 ? 'M' : 'S'),
    c3: (row) => String(row % 7),
  });
  expect(found['c1']).toMatchObject({ class: 'linkable', type: 'gender' });
  expect(found['c2']?.type).not.toBe('gender');
});

test('the written form of an identity number makes it one, whatever its check digits say', async () => {
  const found = await classifyCells({ c1: (row) => `${100 + row}.${200 + row}.789-00`, c2: (row) => String(row % 7) });
  expect(found['c1']).toMatchObject({ class: 'linked', type: 'national_id' });
});
