import { hierarchyBuilders } from '#shared/hierarchies/index.ts';
import { inWholeNumbers, type IntervalShape } from '#shared/hierarchies/builders/interval.ts';
import type { TreeShape } from '#shared/hierarchies/builders/tree.ts';
import { operationsText } from '#shared/text/operations.ts';
import type { ColumnShape } from './column-shape.ts';
import { spec, type Level, type Parts, type StepSpec } from './step-spec.ts';

const { interval, cell, prefix, date, tree } = hierarchyBuilders;

/** The rungs of a ladder and, where they are choices of bounds or values, what they are made of. */
export interface Rungs {
  levels: Level[];
  parts?: Parts | undefined;
}

const drop: Level = { step: 'drop', loss: 1 };

/** The steps of a hierarchy's levels, and dropping above them. Losses rise evenly from `first` to just below dropping. */
const ladder = (steps: Level['step'][], first: number): Level[] => [
  ...steps.map((step, index) => ({ step, loss: step === null ? 0 : first + ((0.9 - first) * index) / steps.length })),
  drop,
];

/** A ladder whose rungs are ever fewer of the same bounds. */
function edgeRungs(shape: IntervalShape, stepOf: (edges: number[]) => StepSpec): Rungs {
  const { levels, parts } = interval.build(shape);
  const bounds = levels.map(({ edges }) => edges);
  const rungs = new Map(bounds.map((edges, at) => [at, edges.map((edge) => parts?.edges.indexOf(edge) ?? -1)]));
  return {
    levels: ladder(bounds.map(stepOf), 0.2),
    parts: parts === null ? undefined : { ...parts, stepOf, rungs },
  };
}

export const ageLadder = (from: 'age' | 'date-of-birth' | 'birth-year', dateFormat: string): Rungs =>
  edgeRungs({ of: 'age' }, (edges) => spec('age-bands', { from, dateFormat, edges }));

/** @param length the commonest length of a code */
export const zipLadder = (length: number): Rungs => ({
  levels: ladder(
    prefix.build({ length }).levels.map((level) => spec('zip-prefix', { length: level.length })),
    0.3,
  ),
});

export const coordinateLadder = (holds: 'coordinate' | 'pair', decimalMark: string): Rungs => ({
  levels: ladder(
    cell.build(null).levels.map(({ width }) => spec('coordinate-grid', { holds, degrees: width, decimalMark })),
    0.3,
  ),
});

export const dateLadder = (dateFormat: string): Rungs => ({
  levels: ladder(
    date.build(null).levels.map(({ unit }) => spec('truncate-date', { dateFormat, to: unit })),
    0.2,
  ),
});

/** Bins between bounds; whole numbers are labelled as such. */
const binsOf =
  ({ number: { whole, mark } }: ColumnShape) =>
  (edges: number[]): StepSpec =>
    spec('numeric-bins', {
      mode: 'edges',
      edges,
      ...(inWholeNumbers(edges, whole) ? { whole: true } : {}),
      decimalMark: mark,
    });

const numbersOf = ({ number: { octiles, whole } }: ColumnShape): IntervalShape => ({ of: 'number', octiles, whole });

/** Bounds of bins: eight groups of about equal size, then four, then two. */
export const numberLadder = (shape: ColumnShape): Rungs => edgeRungs(numbersOf(shape), binsOf(shape));

/** The finest bins of a column; null where nearly all of its numbers are the same. */
export function finestBins(shape: ColumnShape): StepSpec | null {
  const [finest] = interval.build(numbersOf(shape)).levels;
  return finest === undefined ? null : binsOf(shape)(finest.edges);
}

const shownStep = (values: string[]): StepSpec =>
  spec('map-categories', {
    hierarchy: values.map((value) => [value, value]),
    level: 1,
    otherwise: 'label',
    label: operationsText['map-categories'].rest,
  });

/** The frequent values by themselves, the rest as “Other”; fewer and fewer of them. */
export function categoryLadder(shape: TreeShape): Rungs {
  const { levels, parts } = tree.build(shape);
  const rungs = new Map(
    levels.flatMap((level, at) =>
      level.kind === 'tree' ? [[at, level.shown.map((value) => parts?.values.indexOf(value) ?? -1)] as const] : [],
    ),
  );
  return {
    levels: ladder(
      levels.map((level) => (level.kind === 'exact' ? null : shownStep(level.shown))),
      0.2,
    ),
    parts: parts === null ? undefined : { ...parts, stepOf: shownStep, rungs },
  };
}
