import { breathe } from '#engine/jobs/cancelled.ts';
import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { groupSets } from '../local/group-sets.ts';
import type { Published } from '../local/publish-labels.ts';
import { below, seededRandom, upTo } from '../local/seeded-random.ts';
import type { HierarchyColumn } from '../local/tree-columns.ts';

/** Groups of rows that look alike, as somebody sees them who knows how they were made. */
export interface ReleasedGroups {
  codes: CodedColumn['codes'][];
  groupOf: Uint32Array;
  /** Rows by group. */
  size: Uint32Array;
  /** By column and group: the values that its cell leaves open. */
  open: Uint32Array[][];
  /** Σ over the columns of what the group's cells cost (NCP), by group. */
  cost: Float64Array;
}

function sizesOf(groupOf: Uint32Array, groups: number): Uint32Array {
  const size = new Uint32Array(groups);
  for (const group of groupOf) size[group]! += 1;
  return size;
}

/** A release in which each cell reads the set of its group's values. */
export function releasedSets({ columns }: CodedTable, groupOf: Uint32Array, groups: number): ReleasedGroups {
  const cost = new Float64Array(groups);
  const open = columns.map(({ codes, values }) => {
    const sets = groupSets(codes, groupOf, groups);
    for (const [group, set] of sets.entries()) cost[group]! += (set.length - 1) / Math.max(1, values.length - 1);
    return sets;
  });
  return { codes: columns.map(({ codes }) => codes), groupOf, size: sizesOf(groupOf, groups), open, cost };
}

/** A release in which each cell reads a label of a hierarchy; of the values under it those count that the file has. */
export function releasedLabels(
  columns: readonly HierarchyColumn[],
  { level, label, groupOf, groups }: Pick<Published, 'level' | 'label' | 'groupOf' | 'groups'>,
): ReleasedGroups {
  const cost = new Float64Array(groups);
  const rowOf = new Uint32Array(groups);
  for (const [row, group] of groupOf.entries()) rowOf[group] = row;
  const open = columns.map(({ hierarchy }, column) => {
    const under = hierarchy.levels.map(({ of, labels }) => {
      const values = labels.map((): number[] => []);
      for (const [value, place] of of.entries()) values[place]!.push(value);
      return values.map((list) => Uint32Array.from(list));
    });
    return Array.from(rowOf, (row, group) => {
      const up = level[column]![row]!;
      const place = label[column]![row]!;
      cost[group]! += (hierarchy.levels[up]!.leaves[place]! - 1) / Math.max(1, hierarchy.domain - 1);
      return under[up]![place]!;
    });
  });
  return { codes: columns.map(({ codes }) => codes), groupOf, size: sizesOf(groupOf, groups), open, cost };
}

/** What knowing the algorithm tells of one column. Shares are of the rows looked at. */
export interface Refinement {
  /** Rows looked at. */
  rows: number;
  /** The cell leaves more than one value open. */
  open: number;
  /** Of those values one or more can be struck out. */
  shrunk: number;
  /** The row's own value is struck out: who reasons so is wrong. */
  misled: number;
  /** The same two, only where the row could have left: its group has more than k rows. */
  freeShrunk: number;
  freeMisled: number;
  /** Chance of a right guess among the open values, and among those that are left; mean over rows with an open cell. */
  guessBefore: number;
  guessAfter: number;
}

/** Groups from the cheapest on: which of them admit a value, one bit each. */
interface Admitting {
  rank: Uint32Array;
  /** Groups that cost less than group g: the first `cheaper[g]` ranks. */
  cheaper: Uint32Array;
  /** By column and value. */
  bits: Uint32Array[][];
}

function admitting({ open, cost, codes }: ReleasedGroups): Admitting {
  const order = [...cost.keys()].toSorted((one, other) => cost[one]! - cost[other]! || one - other);
  const rank = new Uint32Array(cost.length);
  const cheaper = new Uint32Array(cost.length);
  let lower = 0;
  for (const [place, group] of order.entries()) {
    rank[group] = place;
    while (cost[order[lower]!]! < cost[group]! - 1e-9) lower += 1;
    cheaper[group] = lower;
  }
  const words = Math.ceil(cost.length / 32);
  const bits = open.map((sets, column) => {
    let values = 0;
    for (const code of codes[column]!) if (code >= values) values = code + 1;
    const byValue = Array.from({ length: values }, () => new Uint32Array(words));
    for (const [group, set] of sets.entries())
      for (const value of set) if (value < values) byValue[value]![rank[group]! >>> 5]! |= 1 << (rank[group]! & 31);
    return byValue;
  });
  return { rank, cheaper, bits };
}

/** Groups cheaper than the row's own that admit all it has outside one column. */
function reachable(known: readonly Uint32Array[], cheaper: number, into: Uint32Array): number {
  const words = Math.ceil(cheaper / 32);
  let found = 0;
  for (let word = 0; word < words; word += 1) {
    let left = word === words - 1 && (cheaper & 31) !== 0 ? (1 << (cheaper & 31)) - 1 : -1;
    for (let at = 0; at < known.length && left !== 0; at += 1) left &= known[at]![word]!;
    into[word] = left;
    if (left !== 0) found = word + 1;
  }
  return found;
}

/** Rows to look at: all, or so many drawn by chance. */
function rowsLookedAt(rows: number, most: number, seed: number): Uint32Array {
  if (rows <= most) return upTo(rows);
  const random = seededRandom(seed);
  return Uint32Array.from({ length: most }, () => below(random, rows));
}

/**
 * What somebody strikes out who knows a person's other cells, sees the release and knows that it was made to lose
 * little: a value is struck out where a group that costs less than the person's own would admit the person with it.
 * A row that stands in the dearer group should have another value, unless chance or the size of the groups decided; how
 * often this reasoning misleads is measured beside. After Chhillar, Righi, Sutter and Kornaropoulos 2025,
 * who attack ARX's local recoding with such reasoning over whole groups.
 * @param column place of the column that is not known
 * @param mostRows more rows than these are drawn from, by `seed`
 * @throws Failure JOB_CANCELLED
 */
export async function measureRefinement(
  released: ReleasedGroups,
  {
    column,
    k,
    mostRows = 10_000,
    seed = 1,
    signal,
  }: {
    column: number;
    k: number;
    mostRows?: number;
    seed?: number;
    signal?: AbortSignal;
  },
): Promise<Refinement> {
  const { codes, groupOf, size, open } = released;
  const { cheaper, bits } = admitting(released);
  const into = new Uint32Array(Math.ceil(size.length / 32));
  const looked = rowsLookedAt(groupOf.length, mostRows, seed);
  const sums = { open: 0, shrunk: 0, misled: 0, freeShrunk: 0, freeMisled: 0, guessBefore: 0, guessAfter: 0 };
  for (const [turn, row] of looked.entries()) {
    if (turn % 256 === 0) await breathe(signal);
    const group = groupOf[row]!;
    const set = open[column]![group]!;
    if (set.length < 2) continue;
    const known = codes.flatMap((own, at) => (at === column ? [] : [bits[at]![own[row]!]!]));
    const words = reachable(known, cheaper[group]!, into);
    const left = set.filter((value) => !meets(bits[column]![value], into, words));
    const own = codes[column]![row]!;
    const misled = !left.includes(own);
    const free = size[group]! > k;
    sums.open += 1;
    if (left.length < set.length) sums.shrunk += 1;
    if (left.length < set.length && free) sums.freeShrunk += 1;
    if (misled) sums.misled += 1;
    if (misled && free) sums.freeMisled += 1;
    sums.guessBefore += 1 / set.length;
    sums.guessAfter += misled ? 0 : 1 / left.length;
  }
  return sharesOf(sums, looked.length);
}

function meets(bits: Uint32Array | undefined, others: Uint32Array, words: number): boolean {
  if (bits === undefined) return false;
  for (let word = 0; word < words; word += 1) if ((bits[word]! & others[word]!) !== 0) return true;
  return false;
}

function sharesOf(sums: Omit<Refinement, 'rows'>, rows: number): Refinement {
  const of = (count: number, all: number): number => (all === 0 ? 0 : count / all);
  return {
    rows,
    open: of(sums.open, rows),
    shrunk: of(sums.shrunk, rows),
    misled: of(sums.misled, rows),
    freeShrunk: of(sums.freeShrunk, rows),
    freeMisled: of(sums.freeMisled, rows),
    guessBefore: of(sums.guessBefore, sums.open),
    guessAfter: of(sums.guessAfter, sums.open),
  };
}
