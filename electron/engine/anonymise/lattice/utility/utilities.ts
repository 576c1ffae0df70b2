import { rowsByCode } from '#engine/anonymise/hierarchies/code-hierarchy.ts';
import type { SearchColumn } from '../column-levels.ts';
import type { Classes, Groupings } from '../groupings.ts';
import { codeAt } from '../packed-rows.ts';
import { cellUtility, rowsByLabel, weightedMean, type CellCosts } from './cell-utility.ts';
import type { JudgedClasses, Utility } from './utility.ts';

interface Input {
  columns: readonly SearchColumn[];
  groupings: Groupings;
}

/** Costs of a column by level, from what the cells of a label lose and what a suppressed one loses more. */
function costsBy(
  { columns, groupings }: Input,
  cost: (at: number, level: number, rows: Float64Array) => { total: number; gap: Float64Array },
): CellCosts[] {
  return columns.map(({ column, least, most }, at) => {
    const rowsOfCode = rowsByCode(column);
    const costs: CellCosts = { total: [], gap: [] };
    for (let level = least; level <= most; level += 1) {
      const { total, gap } = cost(at, level, rowsByLabel(groupings, at, level, rowsOfCode));
      costs.total[level] = total;
      costs.gap[level] = gap;
    }
    return costs;
  });
}

const sumOver = (rows: Float64Array, of: (label: number) => number): number =>
  rows.reduce((sum, many, label) => sum + many * of(label), 0);

/** (leaves under the label − 1) / (leaves − 1): NCP of a cell on the leaves of its hierarchy. A suppressed one loses 1. */
function lossCosts(input: Input): CellCosts[] {
  const { columns, groupings } = input;
  return costsBy(input, (at, level, rows) => {
    const { hierarchy } = columns[at]!;
    const { leaves } = hierarchy.levels[level]!;
    const share = Float64Array.from(groupings.columns[at]!.labels[level]!, (label) =>
      hierarchy.domain > 1 ? (leaves[label]! - 1) / (hierarchy.domain - 1) : 0,
    );
    return { total: sumOver(rows, (label) => share[label]!), gap: share.map((one) => 1 - one) };
  });
}

const weightsOf = ({ columns }: Input): number[] => columns.map(({ weight }) => weight);

/** Loss (Iyengar 2002; as NCP Xu et al. 2006), arithmetic mean over the columns. */
const loss = (input: Input): Utility => cellUtility(input.groupings, lossCosts(input), weightedMean(weightsOf(input)));

/** The same, geometric mean: Π(1 + w·L)^(1/d) − 1. */
function geometricLoss(input: Input): Utility {
  const weights = weightsOf(input);
  return cellUtility(input.groupings, lossCosts(input), (means) => {
    let product = 1;
    for (let at = 0; at < means.length; at += 1) product *= 1 + weights[at]! * means[at]!;
    return product ** (1 / Math.max(1, means.length)) - 1;
  });
}

/** 1 − precision (Sweeney 2002): levels gone up, of those there are; a suppressed cell has gone up all. */
function precision(input: Input): Utility {
  const { groupings } = input;
  const costs = costsBy(input, (at, level, rows) => {
    const { height } = groupings.columns[at]!;
    const cost = height === 0 ? 0 : level / height;
    return { total: cost * groupings.total, gap: new Float64Array(rows.length).fill(1 - cost) };
  });
  return cellUtility(groupings, costs, weightedMean(weightsOf(input)));
}

/**
 * Non-uniform entropy (De Waal, Willenborg 1999): −log2(rows of the value / rows of its label), over the same of
 * labels that all rows share. A suppressed cell has such a label.
 */
function entropy(input: Input): Utility {
  const { columns, groupings } = input;
  const all = Math.max(1, groupings.total);
  const bits = (rows: ArrayLike<number>): number =>
    Array.from(rows).reduce((sum, many) => sum + (many === 0 ? 0 : many * Math.log2(many)), 0);
  const whole = columns.map(({ column }) => all * Math.log2(all) - bits(rowsByCode(column)));
  const costs = costsBy(input, (at, _level, rows) => ({
    total: bits(rows) - bits(rowsByCode(columns[at]!.column)),
    gap: rows.map((many) => (many === 0 ? 0 : Math.log2(all / many))),
  }));
  const weights = weightsOf(input);
  const most = whole.reduce((sum, one, at) => sum + weights[at]! * one, 0) / all;
  return cellUtility(groupings, costs, (means) => {
    let sum = 0;
    for (let at = 0; at < means.length; at += 1) sum += weights[at]! * means[at]!;
    return most === 0 ? 0 : sum / most;
  });
}

const squares = (rows: Uint32Array): number => rows.reduce((sum, many) => sum + many * many, 0);

/**
 * Discernibility (Bayardo, Agrawal 2005): Σ|E|² over the classes, n for each suppressed row. Putting classes together
 * only adds to the sum, and a suppressed class counts no less than its square.
 */
const discernibility = ({ groupings }: Input): Utility => ({
  bound: () => groupings.total,
  boundAbove: ({ rows }) => squares(rows),
  score({ classes: { rows }, hidden, hiddenRows }) {
    let sum = hiddenRows * groupings.total;
    for (let group = 0; group < rows.length; group += 1) if (hidden[group] === 0) sum += rows[group]! ** 2;
    return sum;
  },
});

/**
 * Average class size (LeFevre et al. 2006): rows / classes, where the suppressed rows together are one. Coarser levels
 * never have more classes.
 */
const classSize = ({ groupings }: Input): Utility => ({
  bound: () => 1,
  boundAbove: ({ size }) => groupings.total / Math.max(1, size),
  score({ classes: { size }, hidden, hiddenRows }) {
    let kept = hiddenRows > 0 ? 1 : 0;
    for (let group = 0; group < size; group += 1) if (hidden[group] === 0) kept += 1;
    return groupings.total / Math.max(1, kept);
  },
});

/**
 * Kullback–Leibler divergence, in bits, of the rows from rows spread evenly over what their labels stand for
 * (Machanavajjhala et al. 2007). The spread of coarser classes is one of the finer ones', and a suppressed class spread
 * over everything is further still: so it only grows with the levels.
 */
function divergence({ columns, groupings }: Input): Utility {
  const all = Math.max(1, groupings.total);
  const widths = columns.map(({ hierarchy }, at) =>
    groupings.columns[at]!.labels.map((labels, level) =>
      Float64Array.from(labels, (label) => Math.log2(hierarchy.levels[level]!.leaves[label]!)),
    ),
  );
  const everything = columns.reduce((sum, { hierarchy }) => sum + Math.log2(Math.max(1, hierarchy.domain)), 0);
  const finest = groupings.whole(Uint8Array.from(columns, ({ least }) => least));
  // Rows of one tuple are those that no level parts, which are those at level 0 where level 0 may be chosen.
  const own = finest.rows.reduce((sum, many) => sum + (many / all) * Math.log2(many / all), 0);
  const width = ({ levels, pairs, first }: Classes, group: number): number => {
    const pair = first === null ? group : first[group]!;
    let sum = 0;
    for (let at = 0; at < widths.length; at += 1)
      sum += widths[at]![levels[at]!]![codeAt(pairs.words, groupings.fields[at]!, pair)]!;
    return sum;
  };
  const score = ({ classes, hidden, hiddenRows }: JudgedClasses): number => {
    let sum = own;
    for (let group = 0; group < classes.size; group += 1)
      if (hidden[group] === 0) {
        const share = classes.rows[group]! / all;
        sum += share * (width(classes, group) - Math.log2(share));
      }
    const out = hiddenRows / all;
    return out === 0 ? sum : sum + out * (everything - Math.log2(out));
  };
  return {
    bound: () => 0,
    boundAbove: (classes) => score({ classes, hidden: new Uint8Array(classes.size), hiddenRows: 0 }),
    score,
  };
}

/** The one list of what a search can make as small as it can. */
export const utilities = {
  loss,
  'loss-geometric': geometricLoss,
  precision,
  discernibility,
  'class-size': classSize,
  entropy,
  divergence,
} as const satisfies Record<string, (input: Input) => Utility>;

export type UtilityId = keyof typeof utilities;
