import { expect, it } from 'vitest';
import { byWeight, surprise, tallied } from '#test/support/chi-square.ts';
import { bernoulliExp, discreteGaussian, discreteLaplace } from './discrete-noise.ts';
import { seededBits } from './random-bits.ts';

const DRAWS = 20_000;
/** Chance of a false alarm: once in a million per case, and the seeds are fixed. */
const LIMIT = 4.75;

it.each([
  [0n, 1n],
  [1n, 3n],
  [1n, 1n],
  [7n, 2n],
])('says yes with probability exp(−%s/%s)', (over, under) => {
  const bits = seededBits(11);
  const counts = tallied(DRAWS, () => Number(bernoulliExp(bits, over, under)));
  const chance = Math.exp(-Number(over) / Number(under));
  if (over === 0n) expect(counts).toEqual(new Map([[1, DRAWS]]));
  else
    expect(
      surprise(
        counts,
        new Map([
          [1, chance],
          [0, 1 - chance],
        ]),
      ),
    ).toBeLessThan(LIMIT);
});

it.each([
  [1n, 3n],
  [1n, 1n],
  [7n, 2n],
  [40n, 3n],
])('draws discrete Laplace noise of scale %s/%s', (over, under) => {
  const bits = seededBits(12);
  const counts = tallied(DRAWS, () => Number(discreteLaplace(bits, { over, under })));
  const exact = byWeight(600, (value) => Math.exp((-Math.abs(value) * Number(under)) / Number(over)));
  expect(surprise(counts, exact)).toBeLessThan(LIMIT);
});

const gaussian = (variance: number): Map<number, number> =>
  byWeight(300, (value) => Math.exp(-(value * value) / (2 * variance)));

it.each([
  [1n, 5n],
  [1n, 1n],
  [9n, 2n],
  [1_234_567n, 1000n],
])('draws discrete Gaussian noise of σ² %s/%s', (over, under) => {
  const bits = seededBits(13);
  const counts = tallied(DRAWS, () => Number(discreteGaussian(bits, { over, under })));
  expect(surprise(counts, gaussian(Number(over) / Number(under)))).toBeLessThan(LIMIT);
});

it('would notice Gaussian noise that was rounded, and one of another width', () => {
  const bits = seededBits(14);
  const uniform = (): number => (bits.word() + 0.5) / 2 ** 32;
  const rounded = tallied(DRAWS, () =>
    Math.round(Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())),
  );
  expect(surprise(rounded, gaussian(1))).toBeGreaterThan(LIMIT);
  const wide = tallied(DRAWS, () => Number(discreteGaussian(bits, { over: 11n, under: 10n })));
  expect(surprise(wide, gaussian(1))).toBeGreaterThan(LIMIT);
});
