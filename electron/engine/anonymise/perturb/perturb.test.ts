import { describe, expect, it } from 'vitest';
import { seededBits } from '#engine/anonymise/noise/random-bits.ts';
import { addNoise } from './add-noise.ts';
import { drawAgain } from './draw-again.ts';
import { FreePlaces } from './free-places.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { inOrder, placesWithin, swapRanks } from './swap-ranks.ts';

const identity = (length: number): Uint32Array => Uint32Array.from({ length }, (_, at) => at);

describe('free places', () => {
  it('counts and finds what a list of them counts and finds', () => {
    const bits = seededBits(1);
    for (const length of [1, 2, 7, 64, 100]) {
      const places = new FreePlaces(length);
      let free = [...identity(length)];
      while (free.length > 0) {
        for (const end of [0, Math.floor(length / 2), length])
          expect(places.before(end)).toBe(free.filter((place) => place < end).length);
        free.forEach((place, count) => expect(places.nth(count)).toBe(place));
        const gone = free[bits.word() % free.length]!;
        places.take(gone);
        free = free.filter((place) => place !== gone);
      }
    }
  });
});

describe('rank swapping', () => {
  it('exchanges in pairs, never further apart than it may', async () => {
    for (const [seed, rows, within] of [
      [1, 500, 5],
      [2, 97, 20],
      [3, 10, 1],
      [4, 1, 100],
    ] as const) {
      const sorted = identity(rows).reverse();
      const from = identity(rows);
      const apart = placesWithin(rows, within);
      await swapRanks(sorted, from, { apart, bits: seededBits(seed) });
      const rank = new Map([...sorted].map((row, place) => [row, place]));
      for (const row of identity(rows)) {
        expect(from[from[row]!]).toBe(row);
        expect(Math.abs(rank.get(row)! - rank.get(from[row]!)!)).toBeLessThanOrEqual(apart);
      }
      // Next to none stays: only where all in reach are taken.
      expect(from.filter((other, row) => other === row).length).toBeLessThanOrEqual(Math.max(1, rows / 10));
    }
  });

  it('exchanges with each in reach as often', async () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 3000; seed += 1) {
      const from = identity(5);
      await swapRanks(identity(5), from, { apart: 3, bits: seededBits(seed) });
      counts[from[0]!] = (counts[from[0]!] ?? 0) + 1;
    }
    expect(counts[0]).toBe(0);
    // A thousand of each are expected; four standard deviations are 103.
    for (const count of counts.slice(1)) expect(Math.abs(count - 1000)).toBeLessThan(103);
  });

  it('puts rows into the order of their places, those without one left out', () => {
    const codes = Uint16Array.from([2, 0, 1, 0, 3, 2]);
    const sorted = [...inOrder(codes, Int32Array.from([1, -1, 0, 1]), seededBits(5))];
    expect(sorted.slice(0, 2).toSorted((a, b) => a - b)).toEqual([0, 5]);
    expect(sorted.slice(2).toSorted((a, b) => a - b)).toEqual([1, 3, 4]);
  });
});

describe('post-randomisation', () => {
  const kinds = Uint32Array.from({ length: 20_000 }, (_, row) => (row % 10 < 7 ? 0 : row % 10 < 9 ? 1 : 2));
  const rowOf = Uint32Array.from([0, 7, 9]);
  const shares = (from: Uint32Array): number[] =>
    [0, 1, 2].map((kind) => from.filter((row) => kinds[row] === kind).length / from.length);

  it('keeps the frequencies in expectation, and the stated share of values', async () => {
    const from = await drawAgain({ kinds, rowOf, keep: 0.6, draw: 'frequencies', bits: seededBits(6) });
    // Four standard deviations of a share of 20,000 rows are under 0.0145.
    shares(from).forEach((share, kind) => expect(Math.abs(share - [0.7, 0.2, 0.1][kind]!)).toBeLessThan(0.0145));
    // Of rows of kind 2, 0.6 stay and a tenth of the others draw it again.
    const rows = [...kinds.keys()].filter((row) => kinds[row] === 2);
    const stay = rows.filter((row) => kinds[from[row]!] === 2).length / rows.length;
    expect(Math.abs(stay - 0.64)).toBeLessThan(0.043);
  });

  it('draws evenly where that is stated', async () => {
    const from = await drawAgain({ kinds, rowOf, keep: 0, draw: 'evenly', bits: seededBits(7) });
    shares(from).forEach((share) => expect(Math.abs(share - 1 / 3)).toBeLessThan(0.0145));
  });

  it('draws the rows of one person that say the same together', async () => {
    const people = Uint32Array.from(kinds, (_, row) => (row % 20 < 10 ? Math.floor(row / 20) + 1 : 0));
    const from = await drawAgain({ kinds, rowOf, keep: 0.5, draw: 'evenly', people, bits: seededBits(8) });
    const says = new Map<string, Set<number>>();
    people.forEach((person, row) => {
      if (person === 0) return;
      const same = `${person} ${kinds[row]}`;
      says.set(same, (says.get(same) ?? new Set()).add(kinds[from[row]!]!));
    });
    // Those that stay say the same, and those drawn are drawn once.
    expect([...says.values()].every((found) => found.size === 1)).toBe(true);
  });
});

describe('noise', () => {
  const codes = new Uint16Array(20_000);
  const free = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const moments = (result: Float64Array): { mean: number; size: number; variance: number } => {
    const mean = (of: (value: number) => number): number =>
      result.reduce((sum, value) => sum + of(value - 50), 0) / result.length;
    return { mean: mean((value) => value), size: mean(Math.abs), variance: mean((value) => value ** 2) };
  };

  it('has the moments of its distribution', async () => {
    const units = Float64Array.from([50]);
    const input = { codes, units, ...free, scale: 3 };
    const laplace = moments(await addNoise({ ...input, distribution: 'laplace', bits: seededBits(9) }));
    // E|z| = 2q / (1 − q²) with q = e^(−1/3); E z² = 2q / (1 − q)².
    const q = Math.exp(-1 / 3);
    expect(Math.abs(laplace.mean)).toBeLessThan(0.13);
    expect(Math.abs(laplace.size - (2 * q) / (1 - q * q))).toBeLessThan(0.1);
    expect(Math.abs(laplace.variance / ((2 * q) / (1 - q) ** 2) - 1)).toBeLessThan(0.07);
    const normal = moments(await addNoise({ ...input, distribution: 'normal', bits: seededBits(10) }));
    expect(Math.abs(normal.mean)).toBeLessThan(0.09);
    expect(Math.abs(normal.variance / 9 - 1)).toBeLessThan(0.05);
  });

  it('keeps to its bounds, leaves out what is no number and moves equal numbers of one person alike', async () => {
    const result = await addNoise({
      codes: Uint16Array.from([0, 0, 1, 2, 0, 0]),
      units: Float64Array.from([5, Number.NaN, 1e6]),
      distribution: 'laplace',
      scale: 100,
      least: 0,
      most: 10,
      people: Uint32Array.from([1, 1, 1, 1, 2, 0]),
      bits: seededBits(11),
    });
    expect(result[0]).toBe(result[1]);
    expect(result[2]).toBeNaN();
    for (const value of [0, 1, 3, 4, 5]) {
      expect(result[value]).toBeGreaterThanOrEqual(0);
      expect(result[value]).toBeLessThanOrEqual(10);
    }
  });
});

it('tells how far ranks went along', () => {
  const correlation = (a: number[], b: number[]) => rankCorrelation(Float64Array.from(a), Float64Array.from(b));
  expect(correlation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1);
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
  // Kendall's textbook pair: 1 − 6 · Σd² / n(n² − 1) with d = 1, 1, 0, 0.
  expect(correlation([1, 2, 3, 4], [2, 1, 3, 4])).toBeCloseTo(0.8);
  expect(correlation([1, Number.NaN, 2], [1, 5, 2])).toBeCloseTo(1);
  expect(correlation([1, 1], [1, 2])).toBe(1);
});
