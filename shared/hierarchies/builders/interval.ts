import { bandLabels } from '#shared/domain/band-labels.ts';
import type { EdgeParts, HierarchyBuilder, IntervalLevel } from '../hierarchy.ts';

/** What intervals are made for: ages in years; numbers, by what splits them into eight groups of about equal size. */
export type IntervalShape = { of: 'age' } | { of: 'number'; octiles: readonly number[]; whole: boolean };

/** Age groups that only ever merge: 7 bounds, then 4, then 2. */
const ages = [
  [18, 25, 35, 45, 55, 65, 75],
  [18, 35, 55, 75],
  [18, 55],
];

/** Rounded to two significant digits, so that an interval's bound is nobody's exact value and reads well. */
const nice = (value: number): number => Number(value.toPrecision(2));

/** Ascending without repeats. */
const rising = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

const everySecond = (values: readonly number[]): number[] => values.filter((_, index) => index % 2 === 1);

/** Whether the groups between bounds can be written as whole numbers. */
export const inWholeNumbers = (edges: readonly number[], whole: boolean): boolean =>
  whole && edges.every(Number.isInteger);

/** Eight groups of about equal size, then four, then two; as many as the bounds still tell apart. */
function numbers(octiles: readonly number[]): number[][] {
  const eight = rising(octiles.map(nice));
  return [eight, everySecond(eight), everySecond(everySecond(eight))].filter(
    (edges, index, all) => edges.length > 0 && edges.length !== all[index - 1]?.length,
  );
}

/** Numbers between bounds: ages in the groups people know, others by how they are spread. */
export const interval: HierarchyBuilder<IntervalShape, IntervalLevel, EdgeParts | null> = {
  id: 'interval',
  build(shape) {
    const bounds = shape.of === 'age' ? ages : numbers(shape.octiles);
    const [finest] = bounds;
    if (finest === undefined) return { levels: [], parts: null };
    const unit = shape.of === 'age' || inWholeNumbers(finest, shape.whole) ? 1 : 0;
    return {
      levels: bounds.map((edges) => ({ kind: 'interval', edges: [...edges] })),
      parts: { kind: 'edges', edges: [...finest], labels: bandLabels(finest, unit) },
    };
  },
  examples: [
    {
      name: 'ages',
      shape: { of: 'age' },
      levels: ages.map((edges) => ({ kind: 'interval', edges })),
    },
    {
      name: 'amounts, whose bounds are rounded',
      shape: { of: 'number', octiles: [9.99, 20.4, 31, 48, 77.7, 103, 512], whole: false },
      levels: [
        { kind: 'interval', edges: [10, 20, 31, 48, 78, 100, 510] },
        { kind: 'interval', edges: [20, 48, 100] },
        { kind: 'interval', edges: [48] },
      ],
    },
    {
      name: 'counts of which most are small',
      shape: { of: 'number', octiles: [1, 1, 1, 2], whole: true },
      levels: [
        { kind: 'interval', edges: [1, 2] },
        { kind: 'interval', edges: [2] },
      ],
    },
    { name: 'numbers that are all the same', shape: { of: 'number', octiles: [], whole: true }, levels: [] },
  ],
};
