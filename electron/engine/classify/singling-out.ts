import { isLinkable } from '#shared/domain/could-be-known.ts';
import type { Finding, SinglingOut } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnFacts } from './column-facts.ts';

/**
 * Columns a combination is grown from, its largest size, how many are reported, and the share below which nothing is
 * said.
 */
const pool = 10;
const largest = 4;
const reported = 8;
const worthSaying = 0.005;

type Cell = string | null;

/** The class of each row, numbered from 0 in the order they are met. */
interface Classes {
  of: Int32Array;
  count: number;
}

function classesOf(cells: readonly Cell[]): Classes {
  const numbers = new Map<Cell, number>();
  const of = Int32Array.from(cells, (cell) => {
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    numbers.set(cell, numbers.size);
    return numbers.size - 1;
  });
  return { of, count: numbers.size };
}

/** Classes of two together: rows agree in both. */
function combine(left: Classes, right: Classes): Classes {
  const numbers = new Map<number, number>();
  const of = left.of.map((number, row) => {
    const key = number * right.count + (right.of[row] ?? 0);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  return { of, count: numbers.size };
}

/** How many of the rows are alone in their class. */
function countAlone({ of, count }: Classes): { rows: number; unique: number } {
  const sizes = new Int32Array(count);
  for (const number of of) sizes[number]! += 1;
  return { rows: of.length, unique: sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0) };
}

const isCounted = (finding: Finding | undefined): boolean => finding !== undefined && isLinkable(finding);

/** Classes of columns and of combinations, each column numbered once. */
function classesIn(cells: readonly (readonly Cell[])[]): (combination: readonly number[]) => Classes {
  const known = new Map<number, Classes>();
  const column = (at: number): Classes => {
    const classes = known.get(at) ?? classesOf(cells[at] ?? []);
    known.set(at, classes);
    return classes;
  };
  return ([first = 0, ...others]) => others.reduce((classes, at) => combine(classes, column(at)), column(first));
}

/**
 * Which single columns and which growing sets of linkable columns are worth measuring: every linkable column that
 * repeats at least a little, then, from each of the most telling starts, the column that adds most, step by step. Found
 * on the rows at hand.
 */
export function candidateCombinations(facts: readonly ColumnFacts[], findings: readonly Finding[]): number[][] {
  const linkable = facts.filter(
    (column) => isCounted(findings[column.at]) && !column.kinds.has('empty') && column.distinct > 1,
  );
  const classes = classesIn(facts.map((column) => column.cells));
  const single = linkable
    .map((column) => ({ at: column.at, ...countAlone(classes([column.at])) }))
    .sort((left, right) => right.unique - left.unique || left.at - right.at);
  const chosen = single
    .filter((column) => column.unique > 0)
    .slice(0, 3)
    .map((column) => [column.at]);
  // Keys that are unique by nature say nothing about the rest: the sets grow from columns that repeat.
  const growing = single.filter((column) => column.unique < 0.5 * column.rows).map((column) => column.at);
  const byVariety = growing
    .sort((left, right) => (facts[right]?.distinct ?? 0) - (facts[left]?.distinct ?? 0))
    .slice(0, pool);
  const found = new Map<string, number[]>(chosen.map((combination) => [combination.join(), combination]));
  for (const start of byVariety.slice(0, 3)) {
    let combination = [start];
    while (combination.length < largest) {
      const together = classes(combination);
      const next = byVariety
        .filter((at) => !combination.includes(at))
        .map((at) => ({ at, unique: countAlone(combine(together, classes([at]))).unique }))
        .sort((left, right) => right.unique - left.unique)[0];
      if (!next) break;
      combination = [...combination, next.at].sort((left, right) => left - right);
      found.set(combination.join(), combination);
    }
  }
  return [...found.values()];
}

export const worstCombinations = {
  measure(cells: readonly (readonly Cell[])[], combinations: readonly number[][]) {
    const classes = classesIn(cells);
    return combinations.map((combination) => countAlone(classes(combination)));
  },

  /** Worst first; of two with about the same share the smaller set, because it takes less to single out by it. */
  list(
    columns: readonly SourceColumn[],
    combinations: readonly number[][],
    alone: readonly { rows: number; unique: number }[],
  ): SinglingOut[] {
    const measured = combinations.map((combination, at) => ({
      combination,
      share: (alone[at]?.unique ?? 0) / Math.max(1, alone[at]?.rows ?? 0),
    }));
    const telling = measured.filter(
      ({ combination, share }) =>
        share >= worthSaying &&
        !measured.some(
          (other) =>
            other.combination.length < combination.length &&
            other.combination.every((at) => combination.includes(at)) &&
            other.share >= share - 0.01,
        ),
    );
    return telling
      .sort((left, right) => right.share - left.share || left.combination.length - right.combination.length)
      .slice(0, reported)
      .map(({ combination, share }) => ({
        columns: combination.map((at) => columns[at]?.name ?? ''),
        uniqueShare: Math.round(share * 10_000) / 10_000,
      }));
  },
};
