import type { BlockingGroups, BlockingSet } from '#shared/domain/blocking-groups.ts';
import { pace } from '#engine/jobs/pace.ts';
import { groupRows } from '../attack/group-rows.ts';
import type { CodedTable } from '../coded/coded-table.ts';

export interface BlockingInput {
  /** People (rows, where nobody tells people apart) a group has at least. */
  k: number;
  /** A number for the person of each row, 0 for nobody; absent: each row is of another person. */
  people?: Uint32Array | undefined;
  signal?: AbortSignal | undefined;
}

/** Sets of at most so many columns are looked at, and of fewer where that would be more cells than this. */
const largest = 3;
const mostCells = 1e8;

/** The size of the largest sets that are looked at. */
function sizeWithin(columns: number, rows: number): number {
  let [size, sets, cells] = [0, 1, 0];
  for (; size < Math.min(largest, columns); size += 1) {
    sets = (sets * (columns - size)) / (size + 1);
    cells += sets * (size + 1) * rows;
    if (cells > mostCells && size > 0) break;
  }
  return size;
}

/** Places of every set of `size` of `of` columns, in order. */
function* setsOf(of: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= of - size; at += 1) for (const rest of setsOf(of, size - 1, at + 1)) yield [at, ...rest];
}

/** Groups of rows over some columns, and how many people each has: a row of nobody adds none, a group has one at least. */
class Groups {
  readonly groupOf: Uint32Array;
  private readonly people: Uint32Array;

  constructor({ rows, columns }: CodedTable, places: readonly number[], people: Uint32Array | undefined) {
    const all = Uint32Array.from({ length: rows }, (_, row) => row);
    const groups = groupRows(
      places.map((place) => columns[place]!.codes),
      all,
    );
    this.groupOf = groups.groupOf;
    this.people = groups.size;
    if (people === undefined) return;
    const pairs = groupRows([groups.groupOf, people], all);
    this.people = new Uint32Array(groups.size.length);
    for (const row of pairs.first) if (people[row] !== 0) this.people[this.groupOf[row]!]! += 1;
    for (let group = 0; group < this.people.length; group += 1) this.people[group] ||= 1;
  }

  isSmall(row: number, k: number): boolean {
    return this.people[this.groupOf[row]!]! < k;
  }
}

/** Rows of a set of columns that lie in groups below k, by their groups. */
interface Small {
  set: number[];
  rows: number[];
  /** For each row its group. */
  groups: number[];
}

/**
 * Which groups keep a table from k: of the rows whose combination over all columns fewer than k people share, by which few
 * columns that is so already. A row is told once, under the smallest set of columns in which its group is below k, of
 * equally small ones under the one that most of the rows left are in, the earlier one of those; what takes more than
 * three columns, or than could be looked at, is told apart. `without` says for each column how many of the rows would be in groups of k or more if
 * the column were left out.
 * @param table the columns that k counts, before any row is left out
 * @throws Failure JOB_CANCELLED
 */
export async function whichGroupsBlock(table: CodedTable, input: BlockingInput): Promise<BlockingGroups> {
  const { columns, rows } = table;
  const { k, people, signal } = input;
  const turn = pace(signal);
  const places = columns.map((_, place) => place);
  const whole = new Groups(table, places, people);
  const left: number[] = [];
  for (let row = 0; row < rows; row += 1) if (whole.isSmall(row, k)) left.push(row);
  const without = [];
  for (const place of left.length === 0 ? [] : places) {
    const others = new Groups(table, places.toSpliced(place, 1), people);
    without.push({ column: columns[place]!.name, rows: left.filter((row) => !others.isSmall(row, k)).length });
    await turn();
  }
  const sets: BlockingSet[] = [];
  let open = new Set(left);
  const upTo = sizeWithin(columns.length, rows);
  for (let size = 1; size <= upTo && open.size > 0; size += 1) {
    const found: Small[] = [];
    for (const set of setsOf(columns.length, size)) {
      const groups = new Groups(table, set, people);
      const small = [...open].filter((row) => groups.isSmall(row, k));
      if (small.length > 0) found.push({ set, rows: small, groups: small.map((row) => groups.groupOf[row]!) });
      await turn();
    }
    open = tellOnce(found, open, (set, some, groups) =>
      sets.push({ columns: set.map((place) => columns[place]!.name), rows: some, groups }),
    );
  }
  return { rows: left.length, of: rows, sets, upTo, more: open.size, without };
}

/** Gives every row to one set, what most rows are in first. @returns the rows that are in none */
function tellOnce(
  found: readonly Small[],
  open: ReadonlySet<number>,
  tell: (set: number[], rows: number, groups: number) => void,
): Set<number> {
  const left = new Set(open);
  // How many of its rows are left only ever falls: what was counted before is the most it can be.
  const sets = found.map((small, at) => ({ small, at, most: small.rows.length }));
  for (;;) {
    sets.sort((a, b) => b.most - a.most || a.at - b.at);
    const [first, second] = sets;
    if (first === undefined || first.most === 0) return left;
    const { set, rows, groups } = first.small;
    const places = [...rows.keys()].filter((at) => left.has(rows[at]!));
    first.most = places.length;
    if (second !== undefined && (first.most < second.most || (first.most === second.most && second.at < first.at)))
      continue;
    if (first.most > 0) tell(set, first.most, new Set(places.map((at) => groups[at]!)).size);
    for (const at of places) left.delete(rows[at]!);
    sets.shift();
  }
}
