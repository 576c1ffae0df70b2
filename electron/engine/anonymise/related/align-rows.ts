import { join, type TreeColumn } from '../local/tree-join.ts';

/** Rows of a table at the nodes of their columns. */
interface Leaves {
  trees: readonly TreeColumn[];
  /** Node by column of a row. */
  nodeOf(row: number, column: number): number;
}

/** What a row would cost beyond what a slot costs already. */
function rise({ trees, nodeOf }: Leaves, slots: Int32Array, slot: number, row: number): number {
  let sum = 0;
  for (const [column, tree] of trees.entries()) {
    const node = slots[slot * trees.length + column]!;
    sum += tree.cost[join(tree, node, nodeOf(row, column))]! - tree.cost[node]!;
  }
  return sum;
}

/** Gives each slot the cheapest row that no other slot has: pairs in rising order of cost. */
function match(leaves: Leaves, slots: Int32Array, many: number, rows: Uint32Array): void {
  const pairs: { slot: number; row: number; cost: number }[] = [];
  for (let slot = 0; slot < many; slot += 1)
    for (const row of rows) pairs.push({ slot, row, cost: rise(leaves, slots, slot, row) });
  pairs.sort((a, b) => a.cost - b.cost || a.slot - b.slot || a.row - b.row);
  const { trees, nodeOf } = leaves;
  const taken = new Set<number>();
  const filled = new Uint8Array(many);
  for (const { slot, row } of pairs) {
    if (filled[slot] === 1 || taken.has(row)) continue;
    filled[slot] = 1;
    taken.add(row);
    for (const [column, tree] of trees.entries()) {
      const at = slot * trees.length + column;
      slots[at] = join(tree, slots[at]!, nodeOf(row, column));
    }
  }
}

/**
 * Puts the rows of the people of a group into as many slots as the one has who has fewest, a row of each in every slot,
 * so that the labels of the slots lose little; the rows that find none are left out (the alignment of Nergiz, Clifton and
 * Nergiz 2009, greedily).
 * @param rowsOf one list for each of the people
 * @returns node by slot and column
 */
export function alignRows(leaves: Leaves, rowsOf: readonly Uint32Array[]): Int32Array {
  const shortest = rowsOf.reduce((least, rows) => (rows.length < least.length ? rows : least));
  const many = shortest.length;
  const width = leaves.trees.length;
  const slots = new Int32Array(many * width);
  for (const [slot, row] of shortest.entries())
    for (let column = 0; column < width; column += 1) slots[slot * width + column] = leaves.nodeOf(row, column);
  if (many > 0) for (const rows of rowsOf) if (rows !== shortest) match(leaves, slots, many, rows);
  return sorted(slots, width);
}

/** Slots in an order that says nothing of the rows they came from. */
function sorted(slots: Int32Array, width: number): Int32Array {
  const list = Array.from({ length: width === 0 ? 0 : slots.length / width }, (_, slot) =>
    slots.subarray(slot * width, (slot + 1) * width),
  ).toSorted((a, b) => {
    for (let column = 0; column < width; column += 1) if (a[column] !== b[column]) return a[column]! - b[column]!;
    return 0;
  });
  return Int32Array.from(list.flatMap((slot) => Array.from(slot)));
}
