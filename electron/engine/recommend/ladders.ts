import { bandLabels } from '#shared/recipe/bands.ts';
import { operationsText } from '#shared/text/operations.ts';
import type { ColumnShape } from './column-shape.ts';
import { spec, type Level, type Parts, type StepSpec } from './step-spec.ts';

/** The rungs of a ladder and, where they are choices of bounds or values, what they are made of. */
export interface Rungs {
  levels: Level[];
  parts?: Parts | undefined;
}

const drop: Level = { step: 'drop', loss: 1 };

/** Rounded to two significant digits, so that an interval's bound is nobody's exact value and reads well. */
export const nice = (value: number): number => Number(value.toPrecision(2));

/** Ascending without repeats. */
export const rising = (values: number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

const everySecond = (values: number[]): number[] => values.filter((_, index) => index % 2 === 1);

/** Losses rise evenly from `first` to just below dropping. */
const ladder = (steps: Level['step'][], first: number): Level[] => [
  ...steps.map((step, index) => ({ step, loss: step === null ? 0 : first + ((0.9 - first) * index) / steps.length })),
  drop,
];

/** A ladder whose rungs are ever fewer of the same bounds. */
function edgeRungs(bounds: number[][], stepOf: (edges: number[]) => StepSpec, unit: 0 | 1): Rungs {
  const finest = bounds[0] ?? [];
  const places = (edges: number[]): number[] => edges.map((edge) => finest.indexOf(edge));
  const rungs = new Map(bounds.map((edges, at) => [at, places(edges)]));
  return {
    levels: ladder(bounds.map(stepOf), 0.2),
    parts:
      finest.length === 0
        ? undefined
        : { kind: 'edges', edges: finest, labels: bandLabels(finest, unit), stepOf, rungs },
  };
}

/** Age groups that only ever merge: 7 bounds, then 4, then 2. */
export const ageLadder = (from: 'age' | 'date-of-birth' | 'birth-year', dateFormat: string): Rungs =>
  edgeRungs(
    [
      [18, 25, 35, 45, 55, 65, 75],
      [18, 35, 55, 75],
      [18, 55],
    ],
    (edges) => spec('age-bands', { from, dateFormat, edges }),
    1,
  );

/** Postal prefixes: never the whole code. */
export function zipLadder(length: number): Rungs {
  const lengths = length >= 5 ? [3, 2, 1] : length === 4 ? [2, 1] : [1];
  return {
    levels: ladder(
      lengths.map((kept) => spec('zip-prefix', { length: kept })),
      0.3,
    ),
  };
}

export const coordinateLadder = (holds: 'coordinate' | 'pair', decimalMark: string): Rungs => ({
  levels: ladder(
    [0.5, 1, 5, 10].map((degrees) => spec('coordinate-grid', { holds, degrees, decimalMark })),
    0.3,
  ),
});

export const dateLadder = (dateFormat: string): Rungs => ({
  levels: ladder(
    ['month', 'quarter', 'year', 'decade'].map((to) => spec('truncate-date', { dateFormat, to })),
    0.2,
  ),
});

const wholeEdges = (edges: number[], { number }: ColumnShape): boolean => number.whole && edges.every(Number.isInteger);

/** Bins between bounds; whole numbers are labelled as such. */
export const bins = (edges: number[], shape: ColumnShape): StepSpec =>
  spec('numeric-bins', {
    mode: 'edges',
    edges,
    ...(wholeEdges(edges, shape) ? { whole: true } : {}),
    decimalMark: shape.number.mark,
  });

/** Bounds of bins: eight groups of about equal size, then four, then two. */
export function numberLadder(shape: ColumnShape): Rungs {
  const eight = rising(shape.number.octiles.map(nice));
  const bounds = [eight, everySecond(eight), everySecond(everySecond(eight))].filter(
    (edges, index, all) => edges.length > 0 && edges.length !== all[index - 1]?.length,
  );
  return edgeRungs(bounds, (edges) => bins(edges, shape), wholeEdges(eight, shape) ? 1 : 0);
}

const shown = (values: string[]): StepSpec =>
  spec('map-categories', {
    hierarchy: values.map((value) => [value, value]),
    level: 1,
    otherwise: 'label',
    label: operationsText['map-categories'].rest,
  });

/** Groups of values that are tried as rungs: all frequent ones, those of some weight, the few that lead. */
const weights = [0, 0.02, 0.1];
const leading = 3;

/**
 * The frequent values by themselves, the rest as “Other”; fewer and fewer of them. @param distinct different values of
 * the column
 */
export function categoryLadder(frequent: { value: string; share: number }[], few: boolean, distinct: number): Rungs {
  const all = frequent.slice(0, 100).map(({ value }) => value);
  // Where every value is frequent there is nothing to put together.
  const keepAll = few || all.length === distinct;
  const steps: Level['step'][] = keepAll ? [null] : [];
  const rungs = new Map<number, number[]>();
  let before = keepAll ? distinct : 101;
  for (const many of [...weights.map((least) => frequent.filter(({ share }) => share >= least).length), leading]) {
    const values = all.slice(0, many);
    if (values.length === 0 || values.length >= before) continue;
    before = values.length;
    rungs.set(
      steps.length,
      values.map((_, index) => index),
    );
    steps.push(shown(values));
  }
  const parts: Parts = {
    kind: 'values',
    values: all,
    rest: operationsText['map-categories'].rest,
    stepOf: shown,
    rungs,
  };
  return { levels: ladder(steps, 0.2), parts: rungs.size === 0 ? undefined : parts };
}
