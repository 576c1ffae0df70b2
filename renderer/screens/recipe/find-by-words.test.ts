import { expect, it } from 'vitest';
import { operations } from '#shared/recipe/operations/index.ts';
import { findByWords } from './find-by-words.ts';

const labels = (words: string): string[] => findByWords(operations, words).map(({ label }) => label);

it('puts what is called so before what only speaks of it', () => {
  const found = labels('places');
  expect(found[0]).toBe('Name places');
  expect(found.length).toBeGreaterThan(1);
});

it('finds every operation first by its own label', () => {
  for (const { label } of operations) expect(labels(label.toLowerCase())[0]).toBe(label);
});

it('leaves the order as it is where nothing is looked for, and finds nothing where nothing fits', () => {
  expect(labels('')).toEqual(operations.map(({ label }) => label));
  expect(labels('no operation speaks of this')).toEqual([]);
});
