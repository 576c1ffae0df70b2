import { expect, it } from 'vitest';
import { surprise, tallied } from '#test/support/chi-square.ts';
import { choose } from './exponential-mechanism.ts';
import { seededBits } from './random-bits.ts';
import { asNumber, roundedDown } from './rational.ts';

it.each([
  [[3, 1, 0, -2], 1, 1],
  [[100, 104, 90, 104, 97], 4, 1.3],
  [[5], 1, 2],
])('chooses among %j with the probabilities of the exponential mechanism', (scores, sensitivity, epsilon) => {
  const bits = seededBits(21);
  const exact = roundedDown(epsilon);
  const weights = scores.map((score) => Math.exp((asNumber(exact) * score) / (2 * sensitivity)));
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const counts = tallied(20_000, () => choose(bits, scores, sensitivity, exact));
  if (scores.length === 1) expect(counts).toEqual(new Map([[0, 20_000]]));
  else expect(surprise(counts, new Map(weights.map((weight, at) => [at, weight / sum])))).toBeLessThan(4.75);
});

it('finds the best of scores that are far apart', () => {
  expect(choose(seededBits(1), [1_000_000, 2_000_000, 0], 1, roundedDown(1))).toBe(1);
});
