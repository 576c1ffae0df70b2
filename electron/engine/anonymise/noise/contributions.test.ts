import { expect, it } from 'vitest';
import { boundedRows } from './contributions.ts';
import { checkDelta, checkEpsilon } from './privacy-settings.ts';

it('keeps the first rows of each person, and what one keeps does not depend on others', () => {
  const of = Uint32Array.of(7, 7, 1, 7, 1, 2, 7);
  expect([...boundedRows(7, { of, most: 2 })]).toEqual([0, 1, 2, 4, 5]);
  expect([...boundedRows(7, undefined)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const without = of.filter((person) => person !== 1);
  expect([...boundedRows(5, { of: without, most: 2 })].map((row) => without[row])).toEqual([7, 7, 2]);
});

it.each([0, -1, 1.5, NaN, Infinity])('refuses %s rows of a person', (most) => {
  expect(() => boundedRows(1, { of: Uint32Array.of(1), most })).toThrow(/whole number from 1/);
});

it.each([0, -1, NaN, Infinity, 1e9])('refuses ε of %s', (epsilon) => {
  expect(() => checkEpsilon(epsilon)).toThrow(/^ε has to be a number from 0.01 to 100/);
});

it.each([0, -1, NaN, 0.001, 0.5, 2])('refuses δ of %s for a thousand rows', (delta) => {
  expect(() => checkDelta(delta, 1000)).toThrow(
    /^δ has to be above 0 and under 1 divided by the number of rows \(1,000\)/,
  );
});

it('takes what is within the bounds', () => {
  checkEpsilon(0.01);
  checkDelta(0.0009, 1000);
});
