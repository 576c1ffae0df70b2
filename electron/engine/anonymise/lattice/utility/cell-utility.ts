import type { Classes, Groupings } from '../groupings.ts';
import { codeAt } from '../packed-rows.ts';
import type { JudgedClasses, Utility } from './utility.ts';

/** What the cells of one column lose, by level and there by label. */
export interface CellCosts {
  /** `total[level]`: of all rows together, none of them suppressed. */
  total: number[];
  /** `gap[level][label]`: what a cell of that label loses more once it is suppressed; not negative. */
  gap: Float64Array[];
}

/**
 * A utility whose loss is that of the cells, put together from the mean loss of each column. Suppressing a cell and
 * taking it a level up never lose less, so the levels alone give a bound.
 * @param combine rises with each mean
 */
export function cellUtility(
  groupings: Groupings,
  costs: readonly CellCosts[],
  combine: (means: Float64Array) => number,
): Utility {
  const { fields, total: rows } = groupings;
  const means = new Float64Array(costs.length);
  const most = Math.max(1, rows);
  return {
    bound(levels) {
      for (let at = 0; at < costs.length; at += 1) means[at] = costs[at]!.total[levels[at]!]! / most;
      return combine(means);
    },
    boundAbove: () => -Infinity,
    score({ classes, hidden, hiddenRows }: JudgedClasses) {
      const { levels } = classes;
      for (let at = 0; at < costs.length; at += 1) {
        const { total, gap } = costs[at]!;
        const extra = hiddenRows === 0 ? 0 : hiddenGap(classes, hidden, fields[at]!, gap[levels[at]!]!);
        means[at] = (total[levels[at]!]! + extra) / most;
      }
      return combine(means);
    },
  };
}

function hiddenGap(
  { pairs, first, rows, size }: Classes,
  hidden: Uint8Array,
  field: Groupings['fields'][number],
  gap: Float64Array,
): number {
  let sum = 0;
  for (let group = 0; group < size; group += 1)
    if (hidden[group] === 1)
      sum += rows[group]! * gap[codeAt(pairs.words, field, first === null ? group : first[group]!)]!;
  return sum;
}

/** Rows by dense label of a column at a level. */
export function rowsByLabel(groupings: Groupings, at: number, level: number, rowsOfCode: Uint32Array): Float64Array {
  const column = groupings.columns[at]!;
  const dense = column.dense(level);
  const rows = new Float64Array(column.cards[level]!);
  for (let code = 0; code < rowsOfCode.length; code += 1) rows[dense[code]!]! += rowsOfCode[code]!;
  return rows;
}

/** Weighted mean; of unweighted columns the plain one. */
export const weightedMean = (weights: readonly number[], of = 1): ((means: Float64Array) => number) => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0) * of;
  return (means) => {
    let sum = 0;
    for (let at = 0; at < means.length; at += 1) sum += weights[at]! * means[at]!;
    return whole === 0 ? 0 : sum / whole;
  };
};
