import { Failure } from '#shared/contract/failure.ts';
import { narrowText } from '#shared/text/engine/narrow.ts';
import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { oneClass, Splitter, type Classes } from './classes.ts';
import { checkNarrow } from './narrow-settings.ts';

export interface SafeSetsInput {
  /** People (rows, where nobody tells people apart) a class has at least; from 1. */
  k: number;
  /** Share of rows that may be left out, 0 … 1. */
  suppression: number;
  /** Columns of a set at most; from 1. */
  most: number;
  /** A number for the person per row, below 2³¹; absent: every row is a person. */
  people?: Uint32Array;
  signal?: AbortSignal | undefined;
  /** Told the number of columns per set that are done, and how many safe sets there are so far. */
  onProgress?: (size: number, found: number) => void;
}

/** Columns that may leave together. */
export interface SafeSet {
  /** Places of the columns, ascending. */
  columns: number[];
  /** Rows in classes of fewer than k, over these columns: those that would be left out. */
  leftOut: number;
}

/** Safe sets that are held at most. */
const MOST_SETS = 100_000;

/**
 * All sets of columns over which no more rows than a share are in classes of fewer than k. Exhaustive: a set is only
 * passed over when one of its subsets is not safe, for with a further column classes only fall apart (Agrawal, Srikant
 * 1994, as Incognito uses it: LeFevre, DeWitt, Ramakrishnan 2005).
 * @returns by number of columns, then by their places
 * @throws Failure RECIPE_INVALID for settings outside their bounds and for more than 100,000 sets, JOB_CANCELLED
 */
export async function safeSets(table: CodedTable, input: SafeSetsInput): Promise<SafeSet[]> {
  const { k, suppression, most, people = null, signal, onProgress } = input;
  checkNarrow({ k, suppression, most });
  const { rows, columns } = table;
  const turn = pace(signal);
  const limit = Math.floor(suppression * rows + 1e-9);
  const splitter = new Splitter(k, Math.max(1, ...columns.map(({ values }) => values.length)), people);
  const found: SafeSet[] = [];
  const safe = new SafeKeys(columns.length);
  // Classes of the prefixes of the set in hand: `stack[n]` is over its first n columns.
  const stack: Classes[] = [oneClass(rows, people)];
  const lost = [0];
  let inHand: number[] = [];
  const enter = (set: readonly number[]): void => {
    let shared = 0;
    while (shared < set.length && inHand[shared] === set[shared]) shared += 1;
    for (let at = shared; at < set.length; at += 1) {
      stack[at + 1] = splitter.split(stack[at]!, columns[set[at]!]!);
      lost[at + 1] = rows - stack[at + 1]!.order.length;
    }
    inHand = [...set];
  };
  let level: number[][] = [[]];
  for (let size = 1; size <= Math.min(most, columns.length) && level.length > 0; size += 1) {
    const next: number[][] = [];
    for (const set of level) {
      let entered = false;
      for (let column = (set.at(-1) ?? -1) + 1; column < columns.length; column += 1) {
        const wider = [...set, column];
        if (!safe.hasPartsOf(wider)) continue;
        if (!entered) enter(set);
        entered = true;
        const before = lost[set.length]!;
        const leftOut = before + splitter.lost(stack[set.length]!, columns[column]!, limit - before);
        await turn();
        if (leftOut > limit) continue;
        next.push(wider);
        found.push({ columns: wider, leftOut });
        if (found.length > MOST_SETS) throw new Failure('RECIPE_INVALID', narrowText.tooMany(MOST_SETS));
      }
    }
    for (const set of next) safe.add(set);
    onProgress?.(size, found.length);
    level = next;
  }
  return found;
}

/** Sets of columns that are known to be safe. */
class SafeKeys {
  readonly #keys = new Set<number | string>();
  /** A set of so few columns is a number, a bit each; more make a text. */
  readonly #asBits: boolean;

  constructor(columns: number) {
    this.#asBits = columns <= 52;
  }

  add(set: readonly number[]): void {
    this.#keys.add(this.#asBits ? set.reduce((sum, column) => sum + 2 ** column, 0) : set.join());
  }

  /** Are all sets with one column less safe? The one without the last is: it is where the set comes from. */
  hasPartsOf(set: readonly number[]): boolean {
    const all = this.#asBits ? set.reduce((sum, column) => sum + 2 ** column, 0) : 0;
    for (let left = 0; left < set.length - 1; left += 1) {
      const part = this.#asBits ? all - 2 ** set[left]! : set.filter((_, at) => at !== left).join();
      if (!this.#keys.has(part)) return false;
    }
    return true;
  }
}
