import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

/** A number in 0..1 of a row with no pattern, the same in every run. */
const chance = (row: number, seed: number): number => (((row + 1) * (seed * 7919 + 104_729)) % 1009) / 1009;
const pick = (row: number, seed: number, ...of: string[]): string =>
  of[Math.floor(chance(row, seed) * of.length)] ?? '';
const day = (row: number): string => `2024-0${1 + (row % 9)}-${String(10 + (row % 18))}`;

test('ages among columns of a few answers each make the rows persons', async () => {
  const found = await classifyCells({
    c1: (row) => String(19 + Math.floor(chance(row, 3) * 56)),
    c2: (row) => pick(row, 5, 'A11', 'A12', 'A14'),
    c3: (row) => pick(row, 7, 'A30', 'A32', 'A34'),
    c4: (row) => pick(row, 11, '1', '2', '4'),
  });
  expect(found['c1']).toMatchObject({ class: 'linkable', type: 'age' });
  for (const name of ['c2', 'c3', 'c4'])
    expect(found[name], name).toMatchObject({ class: 'linkable', type: 'person_attribute', needsReview: true });
});

test('figures like ages among other figures, or in rows that each have a day, do not', async () => {
  const age = (row: number) => String(19 + Math.floor(chance(row, 3) * 56));
  const measured = await classifyCells({
    c1: age,
    c2: (row) => (chance(row, 5) * 900).toFixed(2),
    c3: (row) => (chance(row, 7) * 70).toFixed(3),
    c4: (row) => pick(row, 11, '1', '2', '4'),
  });
  expect(measured['c1']).toMatchObject({ class: 'non_pii', undecided: true });
  const daily = await classifyCells({ c1: age, c2: day, c3: (row) => pick(row, 7, 'A', 'B'), c4: () => 'x' });
  expect(daily['c1']).toMatchObject({ class: 'non_pii', undecided: true });
});

test('a key that comes back in rows with a day is that of who did it; one of its own in every row is not', async () => {
  const found = await classifyCells({
    c1: (row) => `EV-${10_000 + row * 7}`,
    c2: (row) => `M${1000 + Math.floor(chance(row, 3) * 40)}`,
    c3: day,
    c4: (row) => pick(row, 5, 'in', 'out'),
  });
  expect(found['c1']?.class).toBe('non_pii');
  expect(found['c2']).toMatchObject({ class: 'linkable', type: 'person_id', needsReview: true });
  expect(found['c4']?.class).toBe('non_pii');
});

test('numbers that all begin with a day and then run on are numbers of persons', async () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const found = await classifyCells({
    c1: (row) => `${two(40 + (row % 57))}${two(1 + (row % 12))}${two(1 + (row % 28))}-${1000 + ((row * 37) % 9000)}`,
    c2: (row) => `${two(row % 99)}${two(13 + (row % 7))}${two(32 + (row % 60))}-${1000 + ((row * 37) % 9000)}`,
  });
  expect(found['c1']).toMatchObject({ class: 'linked', type: 'national_id' });
  expect(found['c2']?.type).not.toBe('national_id');
});
