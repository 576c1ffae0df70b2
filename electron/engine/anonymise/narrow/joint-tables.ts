import { Failure } from '#shared/contract/failure.ts';
import { narrowText } from '#shared/text/engine/narrow.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { checkNarrow } from './narrow-settings.ts';
import { pairValues } from './pair-value.ts';
import { PairCover } from './pair-cover.ts';
import { safeSets, type SafeSet } from './safe-sets.ts';
import { SameRows } from './same-rows.ts';

export interface JointTablesInput {
  /** People (rows, where nobody tells people apart) a class has at least; from 1. */
  k: number;
  /** Share of rows that may be left out of all tables together, 0 … 1. */
  suppression: number;
  /** Columns of a table at most; from 2. */
  size: number;
  /** Tables at most; absent: as many as teach something. */
  tables?: number;
  /** One weight per column, 0 or more: how useful it is for the purpose; one of 0 is in no table. Absent: all 1. */
  wish?: readonly number[];
  /** A number for the person per row, below 2³¹; absent: every row is a person. */
  people?: Uint32Array;
  signal?: AbortSignal | undefined;
  /** Told the tables that are found and the share of rows they leave out. */
  onProgress?: (tables: number, leftOut: number) => void;
}

export interface JointTables {
  /** Places of the columns of each table, ascending; in the order in which they were found worth most. */
  tables: number[][];
  /** The rows that every table leaves out, ascending. */
  leftOut: Uint32Array;
  /** Pairs of columns that some table has both of. */
  pairs: [number, number][];
  /** Mutual information (bits) of those pairs, as a share of that of all pairs of columns whose weight is above 0. */
  information: number;
}

/** Tables that are tried in full at each step, at most: those that promise most. */
const TRIED = 8;

/** How much more a table may turn out to be worth than was found of it before: those further below are not tried. */
const HOPE = 1.5;

/**
 * Several tables over the same rows, every one with k people at least in each class, chosen one after another: the one
 * that adds most for each further row left out. What a pair of columns adds is its mutual information, weighted by
 * both columns' use for the purpose; a pair that says what another one says already adds little.
 *
 * Promised: every table has k over its columns, and two tables agree in the counts of the columns they share, so that
 * no subtraction of one from the other leaves fewer than k people. Joined row by class on their shared columns, two
 * tables never show for certain that a combination has 1 … k − 1 people. Not promised: what three tables or more bound
 * between them, what somebody knows who has other tables of the same people, nor how alike people of one class are.
 * @throws Failure RECIPE_INVALID for settings outside their bounds, JOB_CANCELLED
 */
export async function jointTables(table: CodedTable, input: JointTablesInput): Promise<JointTables> {
  const { k, suppression, size, people, signal, onProgress } = input;
  checkNarrow({ k, suppression, most: size });
  const wish = input.wish ?? table.columns.map(() => 1);
  if (wish.length !== table.columns.length || wish.some((weight) => !(weight >= 0 && weight < Infinity)))
    throw new Failure('RECIPE_INVALID', narrowText.wish(table.columns.length, wish.length));
  const wanted = table.columns.map((_, column) => column).filter((column) => wish[column]! > 0);
  const part: CodedTable = { rows: table.rows, columns: wanted.map((column) => table.columns[column]!) };
  const sets = await safeSets(part, { k, suppression, most: size, ...(people && { people }), signal });
  const cover = new PairCover(
    await pairValues(part, signal),
    wanted.map((column) => wish[column]!),
  );
  const rows = new SameRows(part, k, people ?? null);
  const wide = sets.filter(({ columns }) => columns.length > 1);
  const choosing: Choosing = {
    limit: Math.floor(suppression * table.rows + 1e-9),
    tables: input.tables ?? Infinity,
    signal,
    onTable: (tables) => onProgress?.(tables, rows.leftOut / table.rows),
  };
  const found = await chooseTables(wide, cover, rows, choosing);
  const safe = new Set(wide.map(({ columns }) => columns.join()));
  const chosen = await mergeTables(found, safe, cover, rows, choosing);
  const outer = (column: number): number => wanted[column]!;
  return {
    tables: chosen.map((columns) => columns.map(outer)),
    leftOut: Uint32Array.from([...rows.flags.keys()].filter((row) => rows.flags[row] === 1)),
    pairs: cover.pairs().map(([a, b]) => [outer(a), outer(b)]),
    information: cover.information(),
  };
}

interface Choosing {
  limit: number;
  tables: number;
  signal: AbortSignal | undefined;
  onTable: (tables: number) => void;
}

/** A table that could be taken next. */
interface Candidate {
  columns: number[];
  gain: number;
  /** Rows it would leave out beside those that are left out already, when it was last looked at. */
  more: number;
}

async function chooseTables(
  sets: readonly SafeSet[],
  cover: PairCover,
  rows: SameRows,
  { limit, tables, signal, onTable }: Choosing,
): Promise<number[][]> {
  let chosen: number[][] = [];
  // A row is a price, and so is a table: without it tables of two columns would always come first.
  // One that takes the place of another costs less.
  const price = Math.max(1, limit / 10);
  const worth = ({ columns, gain, more }: Candidate): number =>
    gain / (more + (chosen.some((other) => within(other, columns)) ? price / 8 : price));
  let open = sets.map(({ columns, leftOut }): Candidate => ({ columns, gain: Infinity, more: leftOut }));
  while (chosen.length < tables) {
    for (const candidate of open) candidate.gain = cover.gain(candidate.columns);
    open = open.filter(({ gain }) => gain > 0);
    const best = await bestOf(open, worth, rows, limit, signal);
    // What does not fit now never will, nor will a wider table.
    const dead = open.filter(({ more }) => more === Infinity);
    if (dead.length > 0) open = open.filter(({ columns }) => !dead.some((one) => within(one.columns, columns)));
    if (best === null && open.length === 0) break;
    if (best === null) continue;
    const { columns } = best;
    rows.add(columns, limit);
    cover.take(columns);
    chosen = [...chosen.filter((other) => !within(other, columns)), columns];
    onTable(chosen.length);
  }
  return chosen;
}

/**
 * The candidate that is worth most, of those that look best. What each would leave out is found and kept with it: what
 * was found before says where to look, for it changes little from table to table.
 * @returns null where none of those tried keeps within the limit; they have `more` of ∞ then, for further tables only
 *   make it worse
 */
async function bestOf(
  open: readonly Candidate[],
  worth: (candidate: Candidate) => number,
  rows: SameRows,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Candidate | null> {
  const turn = pace(signal);
  const likely = open.map((candidate) => ({ candidate, hoped: worth(candidate) })).sort((a, b) => b.hoped - a.hoped);
  let best: { candidate: Candidate; worth: number } | null = null;
  for (const { candidate, hoped } of likely.slice(0, TRIED)) {
    if (best !== null && hoped * HOPE < best.worth) break;
    const left = rows.tried(candidate.columns, limit);
    candidate.more = left === null ? Infinity : left - rows.leftOut;
    if (left !== null && (best === null || worth(candidate) > best.worth))
      best = { candidate, worth: worth(candidate) };
    await turn();
  }
  return best?.candidate ?? null;
}

const within = (columns: readonly number[], wider: readonly number[]): boolean =>
  columns.every((column) => wider.includes(column));

const union = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].sort((one, other) => one - other);

/**
 * Puts two tables into one where the limit still allows it: fewer tables that say more. Those over some of the columns
 * of another go without saying.
 */
async function mergeTables(
  tables: readonly number[][],
  safe: ReadonlySet<string>,
  cover: PairCover,
  rows: SameRows,
  { limit, signal }: Choosing,
): Promise<number[][]> {
  const turn = pace(signal);
  let merged = [...tables];
  for (let at = 0; at < merged.length; at += 1)
    for (let other = at + 1; other < merged.length; other += 1) {
      const both = union(merged[at]!, merged[other]!);
      if (safe.has(both.join()) && rows.add(both, limit)) {
        cover.take(both);
        merged[at] = both;
        merged = merged.filter((columns, place) => place === at || !within(columns, both));
        other = at;
      }
      await turn();
    }
  return merged;
}
