import { expect, test } from 'vitest';
import { confidenceFit as fitted } from './confidence-fit.ts';
import { confidenceBy, reviewBelow } from './confidence.ts';
import { confidenceFeatures } from './confidence-features.ts';

const values = (some: Record<string, number>) => confidenceFeatures.map((name) => some[name] ?? 0);
const steps = Array.from({ length: 161 }, (_, at) => at / 100);
/** Confidence as one thing that speaks for or against a finding grows, the others as given. */
const along = (name: string, others: Record<string, number>): number[] =>
  steps.map((step) => confidenceBy(fitted, values({ ...others, [name]: step })));

test('everything that confidence is reckoned from has a weight', () => {
  expect(Object.keys(fitted.weights)).toEqual([...confidenceFeatures]);
});

test.each(['header', 'score', 'passed'])('more %s never makes a finding less sure', (name) => {
  const circumstances: Record<string, number>[] = [{}, { header: 0.5 }, { shapeAlone: 1, nonPii: 1 }, { rival: 0.5 }];
  for (const others of circumstances) {
    const said = along(name, others);
    expect(said.every((one, at) => at === 0 || one >= said[at - 1]!)).toBe(true);
  }
});

test.each(['rival', 'contradicted', 'unknownName'])('more %s never makes a finding surer', (name) => {
  const said = along(name, { header: 0.9, score: 0.9 });
  expect(said.every((one, at) => at === 0 || one <= said[at - 1]!)).toBe(true);
});

test('confidence is a share, and changes by no jumps', () => {
  const said = along('score', { header: 0.5, rival: 0.4 });
  expect(said.every((one) => one > 0 && one < 1)).toBe(true);
  expect(Math.max(...said.map((one, at) => (at === 0 ? 0 : Math.abs(one - said[at - 1]!))))).toBeLessThan(0.05);
});

test('a fit by hand gives the value on the line between two points', () => {
  const fit = {
    bias: -1,
    weights: { header: 2 },
    curve: [
      [0, 0.5],
      [2, 0.9],
    ],
  };
  expect(confidenceBy(fit, values({ header: 1 }))).toBeCloseTo(0.7, 10);
  expect(confidenceBy(fit, values({ header: 0 }))).toBe(0.5);
  expect(confidenceBy(fit, values({ header: 9 }))).toBe(0.9);
});

test('whatever is asked about is not called certain', () => {
  expect(reviewBelow).toBeGreaterThan(0.5);
  expect(reviewBelow).toBeLessThanOrEqual(0.9);
});
