import { expect, it } from 'vitest';
import { below, seededBits } from '../noise/random-bits.ts';
import { fitMargins, ontoSimplex, shrink, smoothed } from './settle.ts';

const bits = seededBits(31);
const cells = (count: number, from: number, to: number): Float64Array =>
  Float64Array.from({ length: count }, () => from + below(bits, to - from + 1));
const sum = (table: Float64Array): number => table.reduce((before, cell) => before + cell, 0);

it('finds the nearest table without a negative cell: no other of that sum is nearer', () => {
  for (let round = 0; round < 40; round += 1) {
    const noisy = cells(6, -30, 60);
    const settled = ontoSimplex(noisy, 50);
    expect(Math.min(...settled)).toBeGreaterThanOrEqual(0);
    expect(sum(settled)).toBeCloseTo(50, 9);
    const apart = (table: Float64Array): number => sum(table.map((cell, at) => (cell - noisy[at]!) ** 2));
    for (let other = 0; other < 50; other += 1) {
      const tried = cells(6, 0, 60);
      const scaled = tried.map((cell) => (cell * 50) / (sum(tried) || 1));
      if (sum(scaled) > 0) expect(apart(scaled)).toBeGreaterThanOrEqual(apart(settled) - 1e-9);
    }
  }
});

it('gives a table the margins asked for, one with empty rows too', () => {
  const table = Float64Array.of(4, 0, 1, 0, 0, 0, 2, 5, 3);
  const [rows, columns] = [Float64Array.of(10, 6, 14), Float64Array.of(12, 8, 10)];
  fitMargins(table, rows, columns, 200);
  for (let at = 0; at < 3; at += 1) {
    expect(sum(table.subarray(3 * at, 3 * at + 3))).toBeCloseTo(rows[at]!, 6);
    expect(table[at]! + table[at + 3]! + table[at + 6]!).toBeCloseTo(columns[at]!, 6);
  }
});

it('pulls by what noise explains: all the way where it explains everything, not at all without noise', () => {
  const [noisy, towards] = [Float64Array.of(1, 5, 3, 7), Float64Array.of(4, 4, 4, 4)];
  expect([...shrink(noisy, towards, 0)]).toEqual([...noisy]);
  expect([...shrink(noisy, towards, 1000)]).toEqual([...towards]);
  // Squared distance 9 + 1 + 1 + 9 = 20; 1 − 5 · (4 − 2) / 20 = ½ is kept.
  expect([...shrink(noisy, towards, 5)]).toEqual([2.5, 4.5, 3.5, 5.5]);
});

it('takes the mean of what lies beside a cell', () => {
  expect([...smoothed(Float64Array.of(3, 6, 0, 9, 12, 12))]).toEqual([3, 4.5, 6, 7.8, 8.25, 11]);
});
