import { pace } from '#engine/jobs/pace.ts';
import { codeArray, type CodedTable } from '../coded/coded-table.ts';
import { shuffle, type RandomBits } from '../noise/random-bits.ts';
import type { Edge } from './choose-tree.ts';

/** A column of the twin that depends on one made before. */
interface Step {
  column: number;
  parent: number | null;
  /** Rows by value of the parent, columns by value of the column; the one-way table where there is no parent. */
  table: Float64Array;
}

function transposed(table: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(table.length);
  for (let x = 0; x < rows; x += 1) for (let y = 0; y < columns; y += 1) turned[y * rows + x] = table[x * columns + y]!;
  return turned;
}

/** The columns from the first one outwards along the tree. */
export function stepsOf(sizes: readonly number[], one: Float64Array, edges: ReadonlyMap<Edge, Float64Array>): Step[] {
  const steps: Step[] = [{ column: 0, parent: null, table: one }];
  const left = new Set(edges.keys());
  for (let at = 0; at < steps.length; at += 1) {
    const parent = steps[at]!.column;
    for (const edge of left) {
      const [a, b] = edge;
      if (a !== parent && b !== parent) continue;
      left.delete(edge);
      const table = edges.get(edge)!;
      if (a === parent) steps.push({ column: b, parent, table });
      else steps.push({ column: a, parent, table: transposed(table, sizes[a]!, sizes[b]!) });
    }
  }
  return steps;
}

/**
 * Gives rows their values so that each value gets its share, rounded at an offset drawn at random: the expected counts,
 * where drawing row by row would add its own error.
 * @param group rows; put into random order @param codes of the column, filled in
 */
function deal(bits: RandomBits, group: Uint32Array, shares: Float64Array, codes: Uint16Array | Uint32Array): void {
  shuffle(bits, group);
  const sum = shares.reduce((before, share) => before + share, 0);
  const offset = bits.word() / 2 ** 32;
  let [reached, at] = [0, 0];
  for (let value = 0; value < shares.length; value += 1) {
    reached += sum > 0 ? shares[value]! / sum : 1 / shares.length;
    const last = value === shares.length - 1;
    const to = last ? group.length : Math.min(group.length, Math.floor(reached * group.length + offset));
    for (; at < to; at += 1) codes[group[at]!] = value;
  }
}

/** Rows by the value they have in a column: the rows of value v are `rows[starts[v]] … rows[starts[v + 1] − 1]`. */
function grouped(codes: Uint16Array | Uint32Array, values: number): { rows: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(values + 1);
  for (const code of codes) starts[code + 1]! += 1;
  for (let value = 0; value < values; value += 1) starts[value + 1]! += starts[value]!;
  const next = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) rows[next[codes[row]!]!++] = row;
  return { rows, starts };
}

/**
 * Rows along the tree, each column given its values from the table with its parent.
 * @param shape names and values of the columns @param onStep told the columns that are done
 */
export async function dealRows(
  bits: RandomBits,
  shape: CodedTable['columns'],
  steps: readonly Step[],
  rows: number,
  signal: AbortSignal | undefined,
  onStep: (done: number) => void,
): Promise<CodedTable> {
  const turn = pace(signal);
  const codes = shape.map(({ values }) => codeArray(values.length, rows));
  for (const [done, { column, parent, table }] of steps.entries()) {
    const wide = shape[column]!.values.length;
    if (parent === null)
      deal(
        bits,
        Uint32Array.from({ length: rows }, (_, row) => row),
        table,
        codes[column]!,
      );
    else {
      const { rows: order, starts } = grouped(codes[parent]!, shape[parent]!.values.length);
      for (let value = 0; value + 1 < starts.length; value += 1) {
        const group = order.subarray(starts[value], starts[value + 1]);
        deal(bits, group, table.subarray(value * wide, (value + 1) * wide), codes[column]!);
        await turn();
      }
    }
    onStep(done + 1);
    await turn();
  }
  return { rows, columns: shape.map(({ name, values }, at) => ({ name, values, codes: codes[at]! })) };
}
