import { operationsText } from '#shared/text/operations.ts';
import type { ColumnShape } from './column-shape.ts';
import { spec, type Level, type StepSpec } from './step-spec.ts';

const drop: Level = { step: 'drop', loss: 1 };

/** Rounded to two significant digits, so that an interval's bound is nobody's exact value and reads well. */
export const nice = (value: number): number => Number(value.toPrecision(2));

/** Ascending without repeats. */
export const rising = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

const everySecond = (values: number[]): number[] => values.filter((_, index) => index % 2 === 1);

/** Losses rise evenly from `first` to just below dropping. */
const ladder = (steps: Level['step'][], first: number): Level[] => [...steps.map((step, index) => ({ step, loss: step === null ? 0 : first + ((0.9 - first) * index) / steps.length })), drop];

/** Age groups that only ever merge: 7 bounds, then 4, then 2. */
export function ageLadder(from: 'age' | 'date-of-birth' | 'birth-year', dateFormat: string): Level[] {
  const edges = [[18, 25, 35, 45, 55, 65, 75], [18, 35, 55, 75], [18, 55]];
  return ladder(edges.map((bounds) => spec('age-bands', { from, dateFormat, edges: bounds })), 0.2);
}

/** Postal prefixes: never the whole code. */
export function zipLadder(length: number): Level[] {
  const lengths = length >= 5 ? [3, 2, 1] : length === 4 ? [2, 1] : [1];
  return ladder(lengths.map((kept) => spec('zip-prefix', { length: kept })), 0.3);
}

export const coordinateLadder = (holds: 'coordinate' | 'pair', decimalMark: string): Level[] => ladder([0.5, 1, 5, 10].map((degrees) => spec('coordinate-grid', { holds, degrees, decimalMark })), 0.3);

export const dateLadder = (dateFormat: string): Level[] => ladder(['month', 'quarter', 'year', 'decade'].map((to) => spec('truncate-date', { dateFormat, to })), 0.2);

/** Bins between bounds; whole numbers are labelled as such. */
export const bins = (edges: number[], { number }: ColumnShape): StepSpec => spec('numeric-bins', { mode: 'edges', edges, ...(number.whole && edges.every(Number.isInteger) ? { whole: true } : {}), decimalMark: number.mark });

/** Bounds of bins: eight groups of about equal size, then four, then two. */
export function numberLadder(shape: ColumnShape): Level[] {
  const eight = rising(shape.number.octiles.map(nice));
  const bounds = [eight, everySecond(eight), everySecond(everySecond(eight))].filter((edges, index, all) => edges.length > 0 && edges.length !== all[index - 1]?.length);
  return ladder(bounds.map((edges) => bins(edges, shape)), 0.2);
}

/** The frequent values by themselves, the rest as “Other”; fewer and fewer of them. */
export function categoryLadder(frequent: { value: string; share: number }[], keepAll: boolean): Level[] {
  const steps: Level['step'][] = keepAll ? [null] : [];
  let before = keepAll ? Number.POSITIVE_INFINITY : 101;
  for (const least of [0, 0.02, 0.1]) {
    if (keepAll && least === 0) continue;
    const values = frequent.filter(({ share }) => share >= least).slice(0, 100).map(({ value }) => value);
    if (values.length === 0 || values.length >= before || (keepAll && values.length === frequent.length)) continue;
    before = values.length;
    steps.push(spec('map-categories', { hierarchy: values.map((value) => [value, value]), level: 1, otherwise: 'label', label: operationsText['map-categories'].rest }));
  }
  return ladder(steps, 0.2);
}
