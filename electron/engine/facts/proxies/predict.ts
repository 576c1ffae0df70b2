import { areaOf, stepOf, steps } from './auc.ts';
import type { Coded } from './encode.ts';

/** Rows are learned from in so many parts, each predicted by the others. */
export const folds = 5;

/** Rows come in no order of their own, so that the row's number says its part. */
const foldOf = (row: number): number => row % folds;

/** What a share is drawn towards the share of all by, in rows: a cell of one row says little. */
const drawn = 2;

/** A cell for each row; `size` is one more than the last. */
interface Codes {
  codes: Uint16Array | Uint8Array;
  size: number;
}

/** Rows of each cell, in all and by part: those of a part stand together. */
interface Table {
  size: number;
  all: Float64Array;
  parts: Float64Array;
}

function countRows({ codes, size }: Codes, flags: Uint8Array | null): Table {
  const all = new Float64Array(size);
  const parts = new Float64Array(size * folds);
  for (let row = 0; row < codes.length; row += 1) {
    if (flags !== null && flags[row] === 0) continue;
    const cell = codes[row]!;
    all[cell]! += 1;
    parts[foldOf(row) * size + cell]! += 1;
  }
  return { size, all, parts };
}

/** Rows of a cell outside a part. */
const others = ({ size, all, parts }: Table, fold: number, cell: number): number =>
  all[cell]! - parts[fold * size + cell]!;

/** Rows with the value, in all and by part. */
export interface Base {
  rows: number[];
  hits: number[];
}

/** Rows outside each part, and those of them that have the value. */
export function baseOf(flags: Uint8Array): Base {
  const rows = Array.from({ length: folds }, () => 0);
  const hits = Array.from({ length: folds }, () => 0);
  flags.forEach((flag, row) => {
    rows[foldOf(row)]! += 1;
    hits[foldOf(row)]! += flag;
  });
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  return { rows: rows.map((one) => sum(rows) - one), hits: hits.map((one) => sum(hits) - one) };
}

/** The counted rows of one column, so that several values are looked for without counting them again. */
export const tableOf = (column: Codes): Table => countRows(column, null);

/**
 * How well the value is told by each row's cell, scored by the share of the value there in the other parts. Rows of one
 * cell and part score alike, so that they are taken together.
 *
 * @returns the area under the ROC curve of these scores
 */
export function areaByCell(column: Codes, rows: Table, flags: Uint8Array, base: Base): number {
  const hits = countRows(column, flags);
  const withIt = new Float64Array(steps);
  const without = new Float64Array(steps);
  for (let fold = 0; fold < folds; fold += 1) {
    const share = base.hits[fold]! / base.rows[fold]!;
    for (let cell = 0; cell < column.size; cell += 1) {
      const at = fold * column.size + cell;
      if (rows.parts[at] === 0) continue;
      const score = (others(hits, fold, cell) + drawn * share) / (others(rows, fold, cell) + drawn);
      const step = stepOf(score);
      withIt[step]! += hits.parts[at]!;
      without[step]! += rows.parts[at]! - hits.parts[at]!;
    }
  }
  return areaOf(withIt, without);
}

/** Two columns as one, a cell for each pair of codes. */
export function crossed(one: Coded, other: Coded): { codes: Uint16Array; size: number } {
  const codes = new Uint16Array(one.codes.length);
  for (let row = 0; row < codes.length; row += 1) codes[row] = one.codes[row]! * other.size + other.codes[row]!;
  return { codes, size: one.size * other.size };
}

/**
 * All columns together, as if each told something of its own (naive Bayes): weak hints that add up.
 * @returns a score of 0…1 per row
 */
export function byAll(columns: readonly { coded: Coded; table: Table }[], flags: Uint8Array, base: Base): Float64Array {
  const odds = new Float64Array(flags.length);
  for (let row = 0; row < flags.length; row += 1) {
    const fold = foldOf(row);
    odds[row] = Math.log((base.hits[fold]! + 1) / (base.rows[fold]! - base.hits[fold]! + 1));
  }
  for (const { coded, table } of columns) {
    const hits = countRows(coded, flags);
    for (let row = 0; row < flags.length; row += 1) {
      const fold = foldOf(row);
      const cell = coded.codes[row]!;
      const [with_, all] = [others(hits, fold, cell), others(table, fold, cell)];
      const ofHits = (with_ + 1) / (base.hits[fold]! + coded.size);
      const ofOthers = (all - with_ + 1) / (base.rows[fold]! - base.hits[fold]! + coded.size);
      odds[row]! += Math.log(ofHits / ofOthers);
    }
  }
  return odds.map((odd) => 1 / (1 + Math.exp(-odd)));
}
