import type { LabelColumn } from './label-column.ts';

/** A table's columns, and what each row says in them. */
export interface Cells {
  labels: readonly LabelColumn[];
  codeOf(row: number, column: number): number;
}

/** What a slot would cost more with a row. */
function rise({ labels, codeOf }: Cells, slots: Int32Array, { slot, row }: { slot: number; row: number }): number {
  let sum = 0;
  for (const [column, { widen, cost }] of labels.entries()) {
    const label = slots[slot * labels.length + column]!;
    sum += cost(widen(label, codeOf(row, column))) - cost(label);
  }
  return sum;
}

/** Told of every row that finds a slot. */
export type OnPlaced = (row: number, slot: number) => void;

/** Gives each slot the cheapest row that no other slot has: pairs in rising order of cost. */
function match(cells: Cells, slots: Int32Array, rows: Uint32Array, onPlaced: OnPlaced | undefined): void {
  const many = slots.length / cells.labels.length;
  const pairs: { slot: number; row: number; cost: number }[] = [];
  for (let slot = 0; slot < many; slot += 1)
    for (const row of rows) pairs.push({ slot, row, cost: rise(cells, slots, { slot, row }) });
  pairs.sort((a, b) => a.cost - b.cost || a.slot - b.slot || a.row - b.row);
  const { labels, codeOf } = cells;
  const taken = new Set<number>();
  const filled = new Uint8Array(many);
  for (const { slot, row } of pairs) {
    if (filled[slot] === 1 || taken.has(row)) continue;
    filled[slot] = 1;
    taken.add(row);
    onPlaced?.(row, slot);
    for (const [column, { widen }] of labels.entries()) {
      const at = slot * labels.length + column;
      slots[at] = widen(slots[at]!, codeOf(row, column));
    }
  }
}

/**
 * Puts the rows of the people of a group into as many slots as the one has who has fewest, a row of each in every slot,
 * so that the labels of the slots lose little; the rows that find none are left out (the alignment of Nergiz, Clifton and
 * Nergiz 2009, greedily).
 * @param rowsOf one list for each of the people
 * @returns label by slot and column
 */
export function alignRows(cells: Cells, rowsOf: readonly Uint32Array[], onPlaced?: OnPlaced): Int32Array {
  const { labels, codeOf } = cells;
  const shortest = rowsOf.reduce((least, rows) => (rows.length < least.length ? rows : least));
  const width = labels.length;
  const slots = new Int32Array(shortest.length * width);
  for (const [slot, row] of shortest.entries()) {
    for (const [column, { leaf }] of labels.entries()) slots[slot * width + column] = leaf(codeOf(row, column));
    onPlaced?.(row, slot);
  }
  if (slots.length > 0) for (const rows of rowsOf) if (rows !== shortest) match(cells, slots, rows, onPlaced);
  return slots;
}
