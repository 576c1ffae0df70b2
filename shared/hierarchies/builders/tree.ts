import { operationsText } from '#shared/text/operations.ts';
import type { ExactLevel, HierarchyBuilder, TreeLevel, ValueParts } from '../hierarchy.ts';

/** The values of a column that many people share. */
export interface TreeShape {
  /** Commonest first; `share` is 0..1 of the filled cells. */
  frequent: readonly { value: string; share: number }[];
  /** Whether a person can look over all values, so that they may stay as they are. */
  few: boolean;
  /** Different values of the column. */
  distinct: number;
}

/** No tree shows more values by themselves. */
const mostShown = 100;
/** Shares from which on a value is shown by itself, level by level; last only those that lead. */
const weights = [0, 0.02, 0.1];
const leading = 3;

/** The frequent values by themselves, all others together; fewer and fewer of them. */
export const tree: HierarchyBuilder<TreeShape, ExactLevel | TreeLevel, ValueParts | null> = {
  id: 'tree',
  build({ frequent, few, distinct }) {
    const values = frequent.slice(0, mostShown).map(({ value }) => value);
    // Where every value is frequent there is nothing to put together.
    const keepAll = few || values.length === distinct;
    const levels: (ExactLevel | TreeLevel)[] = keepAll ? [{ kind: 'exact' }] : [];
    let before = keepAll ? distinct : mostShown + 1;
    for (const many of [...weights.map((least) => frequent.filter(({ share }) => share >= least).length), leading]) {
      const shown = values.slice(0, many);
      if (shown.length === 0 || shown.length >= before) continue;
      before = shown.length;
      levels.push({ kind: 'tree', shown });
    }
    const { rest } = operationsText['map-categories'];
    return { levels, parts: levels.some(({ kind }) => kind === 'tree') ? { kind: 'values', values, rest } : null };
  },
  examples: [
    {
      name: 'cities, of which a few lead',
      shape: {
        frequent: [
          { value: 'Bonn', share: 0.3 },
          { value: 'Ulm', share: 0.2 },
          { value: 'Jena', share: 0.05 },
          { value: 'Hof', share: 0.04 },
          { value: 'Wyk', share: 0.01 },
        ],
        few: false,
        distinct: 200,
      },
      levels: [
        { kind: 'tree', shown: ['Bonn', 'Ulm', 'Jena', 'Hof', 'Wyk'] },
        { kind: 'tree', shown: ['Bonn', 'Ulm', 'Jena', 'Hof'] },
        { kind: 'tree', shown: ['Bonn', 'Ulm'] },
      ],
    },
    {
      name: 'a handful of values that may stay',
      shape: {
        frequent: [
          { value: 'a', share: 0.6 },
          { value: 'b', share: 0.3 },
        ],
        few: true,
        distinct: 3,
      },
      levels: [{ kind: 'exact' }, { kind: 'tree', shown: ['a', 'b'] }],
    },
    { name: 'no value that many share', shape: { frequent: [], few: false, distinct: 900 }, levels: [] },
  ],
};
