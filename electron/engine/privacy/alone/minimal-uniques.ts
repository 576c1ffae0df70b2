import type { WorstColumns } from '#shared/domain/risk-check.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import { codesOf, Refiner, type RowClasses, type WhoseRow } from './classes-of-rows.ts';
import { pacer, type Working } from './work-budget.ts';

export interface MinimalUniquesInput extends Working {
  columns: readonly CodedColumn[];
  rows: number;
  who: WhoseRow;
  /** Largest set that is looked at. */
  most?: number;
  /** Cells that may be looked at, and bits that may be held, before larger sets are left out. */
  budget?: number;
}

const usualMost = 3;
const usualBudget = 6e8;
/** Sets that are told, of those in which most rows are alone. */
const setsTold = 50;

const choose = (of: number, size: number): number => {
  let ways = 1;
  for (let at = 0; at < size; at += 1) ways = (ways * (of - at)) / (at + 1);
  return ways;
};

/** How large sets may be so that the work stays within the budget; at least one column. */
function sizeWithin(columns: number, rows: number, most: number, budget: number): number {
  let [size, cells] = [1, columns * rows];
  for (; size < Math.min(most, columns); size += 1) {
    cells += choose(columns, size + 1) * rows;
    if (cells > budget) break;
  }
  return size;
}

/** What is found on the way, set by set. */
class Found {
  readonly #columns: number;
  readonly #upTo: number;
  readonly sets: { columns: number[]; rows: number }[] = [];
  readonly alone: Float64Array;
  readonly scores: Float64Array;
  readonly inSet: Uint32Array[];
  readonly inAny: Uint32Array;
  /** Of each row the scores of the sets in which it is alone. */
  readonly ofRows: Float64Array;
  total = 0;

  constructor(columns: number, rows: number, upTo: number) {
    const words = (rows + 31) >>> 5;
    this.#columns = columns;
    this.#upTo = upTo;
    this.alone = new Float64Array(columns);
    this.scores = new Float64Array(columns);
    this.inSet = Array.from({ length: columns }, () => new Uint32Array(words));
    this.inAny = new Uint32Array(words);
    this.ofRows = new Float64Array(rows);
  }

  /** Elliot's score of a set of `size` columns: the sets of up to `upTo` columns that contain it, roughly. */
  #score(size: number): number {
    let score = 1;
    for (let at = size; at <= Math.min(this.#upTo, this.#columns - 1); at += 1) score *= this.#columns - at;
    return score;
  }

  add(set: number[], rows: readonly number[]): void {
    if (rows.length === 0) return;
    const each = this.#score(set.length);
    for (const row of rows) this.ofRows[row]! += each;
    const score = each * rows.length;
    this.total += score;
    this.sets.push({ columns: set, rows: rows.length });
    if (set.length === 1) this.alone[set[0]!] = rows.length;
    for (const row of rows) this.inAny[row >>> 5]! |= 1 << (row & 31);
    for (const column of set) {
      this.scores[column]! += score;
      const bits = this.inSet[column]!;
      for (const row of rows) bits[row >>> 5]! |= 1 << (row & 31);
    }
  }
}

const bitCount = (words: Uint32Array): number => {
  let many = 0;
  for (let word of words) for (; word !== 0; word = (word & (word - 1)) >>> 0) many += 1;
  return many;
};

/**
 * Minimal sample uniques (Elliot, Manning, Ford 2002: a person is alone in a set of columns and in none of its parts), for
 * sets of up to three columns. Being alone in a part means being alone in the whole; so a row that is alone in a set is
 * minimal where it is alone in none of the sets with one column less. A set's score is the product of (columns − i) for i
 * from its size to the largest size looked at, for every row alone in it; a column's share is that of all scores whose
 * sets it is in. A column whose sets are all of one size takes its part in each, so shares do not add up to 1.
 * @throws Failure JOB_CANCELLED
 */
export async function minimalUniques(
  input: MinimalUniquesInput,
): Promise<Omit<WorstColumns, 'dis'> & { scores: Float64Array }> {
  const { columns, rows, most = usualMost, budget = usualBudget } = input;
  const wanted = Math.min(most, columns.length);
  const upTo = Math.min(wanted, sizeWithin(columns.length, rows, most, budget));
  const found = new Found(columns.length, rows, upTo);
  if (columns.length > 0 && rows > 0) await walk(input, upTo, found);
  const named = (set: readonly number[]): string[] => set.map((at) => columns[at]!.name);
  return {
    upTo,
    cut: upTo < wanted,
    rows: bitCount(found.inAny),
    scores: found.ofRows,
    sets: found.sets
      .toSorted((a, b) => b.rows - a.rows || a.columns.length - b.columns.length)
      .slice(0, setsTold)
      .map((set) => ({ columns: named(set.columns), rows: set.rows })),
    columns: columns
      .map(({ name }, at) => ({
        name,
        alone: found.alone[at]!,
        rows: bitCount(found.inSet[at]!),
        share: found.total === 0 ? 0 : found.scores[at]! / found.total,
      }))
      .toSorted((a, b) => b.share - a.share || b.rows - a.rows),
  };
}

/** Walks all sets so that every part of a set is looked at before it: first columns from the last to the first. */
async function walk(input: MinimalUniquesInput, upTo: number, found: Found): Promise<void> {
  const { columns, rows, who } = input;
  const refiner = new Refiner(rows, codesOf(columns), who);
  const giveWay = pacer(input);
  const words = (rows + 31) >>> 5;
  const aloneIn = new Map<string, Uint32Array>();
  const whole = refiner.whole();
  const visit = async (prefix: number[], above: RowClasses, bits: Uint32Array | null): Promise<void> => {
    for (let at = columns.length - 1; at > (prefix.at(-1) ?? -1); at -= 1) {
      const set = [...prefix, at];
      const { classes, alone } = refiner.refine(above, columns[at]!.codes);
      found.add(set, minimal(set, alone, aloneIn));
      if (set.length < upTo) {
        const own = bits?.slice() ?? new Uint32Array(words);
        for (const row of alone) own[row >>> 5]! |= 1 << (row & 31);
        aloneIn.set(set.join(), own);
        await visit(set, classes, own);
      }
      await giveWay(prefix.length === 0 ? 1 - at / columns.length : 1 - prefix[0]! / columns.length);
    }
  };
  await visit([], whole, null);
}

/** Of the rows that a set's last column made alone, those that no other part of the set has alone. */
function minimal(set: readonly number[], alone: Uint32Array, aloneIn: ReadonlyMap<string, Uint32Array>): number[] {
  const parts = set.length === 1 ? [] : set.slice(0, -1).map((_, gone) => aloneIn.get(set.toSpliced(gone, 1).join())!);
  return Array.from(alone).filter((row) => parts.every((bits) => (bits[row >>> 5]! & (1 << (row & 31))) === 0));
}
