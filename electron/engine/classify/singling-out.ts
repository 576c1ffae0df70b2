import type { Finding, SinglingOut } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnFacts } from './column-facts.ts';

/** Columns a combination is grown from, its largest size, how many are reported, and the share below which nothing is said. */
const pool = 10;
const largest = 4;
const reported = 8;
const worthSaying = 0.005;

/** How many of the rows are alone in their combination of cells. */
function countUnique(cells: readonly (readonly (string | null)[])[], combination: readonly number[]): { rows: number; unique: number } {
  const seen = new Map<string, number>();
  const rows = cells[combination[0] ?? 0]?.length ?? 0;
  for (let row = 0; row < rows; row += 1) {
    const key = combination.map((at) => `${cells[at]?.[row]?.length ?? -1}:${cells[at]?.[row] ?? ''}`).join('|');
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return { rows, unique: [...seen.values()].filter((count) => count === 1).length };
}

/**
 * Which single columns and which growing sets of linkable columns are worth measuring: every linkable column that repeats at least a little, then,
 * from each of the most telling starts, the column that adds most, step by step. Found on the rows at hand.
 */
export function candidateCombinations(facts: readonly ColumnFacts[], findings: readonly Finding[]): number[][] {
  const linkable = facts.filter((column) => findings[column.at]?.class === 'linkable' && !column.kinds.has('empty') && column.distinct > 1);
  const cells = facts.map((column) => column.cells);
  const single = linkable.map((column) => ({ at: column.at, ...countUnique(cells, [column.at]) })).sort((left, right) => right.unique - left.unique || left.at - right.at);
  const chosen = single.filter((column) => column.unique > 0).slice(0, 3).map((column) => [column.at]);
  // Keys that are unique by nature say nothing about the rest: the sets grow from columns that repeat.
  const growing = single.filter((column) => column.unique < 0.5 * column.rows).map((column) => column.at);
  const byVariety = growing.sort((left, right) => (facts[right]?.distinct ?? 0) - (facts[left]?.distinct ?? 0)).slice(0, pool);
  const found = new Map<string, number[]>(chosen.map((combination) => [combination.join(), combination]));
  for (const start of byVariety.slice(0, 3)) {
    let combination = [start];
    while (combination.length < largest) {
      const next = byVariety.filter((at) => !combination.includes(at)).map((at) => ({ at, unique: countUnique(cells, [...combination, at]).unique })).sort((left, right) => right.unique - left.unique)[0];
      if (!next) break;
      combination = [...combination, next.at].sort((left, right) => left - right);
      found.set(combination.join(), combination);
    }
  }
  return [...found.values()];
}

export const worstCombinations = {
  measure: (cells: readonly (readonly (string | null)[])[], combinations: readonly number[][]) => combinations.map((combination) => countUnique(cells, combination)),

  /** Worst first; of two with about the same share the smaller set, because it takes less to single out by it. */
  list(columns: readonly SourceColumn[], combinations: readonly number[][], alone: readonly { rows: number; unique: number }[]): SinglingOut[] {
    const measured = combinations.map((combination, at) => ({ combination, share: (alone[at]?.unique ?? 0) / Math.max(1, alone[at]?.rows ?? 0) }));
    const telling = measured.filter(({ combination, share }) =>
      share >= worthSaying && !measured.some((other) => other.combination.length < combination.length && other.combination.every((at) => combination.includes(at)) && other.share >= share - 0.01));
    return telling.sort((left, right) => right.share - left.share || left.combination.length - right.combination.length).slice(0, reported)
      .map(({ combination, share }) => ({ columns: combination.map((at) => columns[at]?.name ?? ''), uniqueShare: Math.round(share * 10_000) / 10_000 }));
  },
};
