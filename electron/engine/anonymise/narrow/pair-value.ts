import { pace } from '#engine/jobs/pace.ts';
import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';

/** What pairs of columns tell about each other. Arrays over pairs are `columns · columns`, the same both ways round. */
export interface PairValues {
  /** Mutual information of a pair in bits, less its expected bias, 0 at least. */
  information: Float64Array;
  /** Share of the smaller column's entropy that the larger one tells, 0 … 1. */
  overlap: Float64Array;
}

function entropyOf(counts: Iterable<number>, rows: number): number {
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / rows) * Math.log2(count / rows);
  return bits;
}

function counted({ codes, values }: CodedColumn): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code]! += 1;
  return counts;
}

/** Cells of a table of two columns that are held in an array; larger ones are held by the cells that occur. */
const MOST_CELLS = 4_000_000;

function countedPair(first: CodedColumn, second: CodedColumn): Iterable<number> {
  const [a, b, wide] = [first.codes, second.codes, second.values.length];
  if (first.values.length * wide > MOST_CELLS) {
    const found = new Map<number, number>();
    for (let row = 0; row < a.length; row += 1) {
      const cell = a[row]! * wide + b[row]!;
      found.set(cell, (found.get(cell) ?? 0) + 1);
    }
    return found.values();
  }
  const counts = new Uint32Array(first.values.length * wide);
  for (let row = 0; row < a.length; row += 1) counts[a[row]! * wide + b[row]!]! += 1;
  return counts;
}

/**
 * Mutual information H(A) + H(B) − H(A, B), less (|A| − 1)(|B| − 1) / 2n ln 2, by which chance alone raises it in n
 * rows (Miller 1955).
 */
export async function pairValues(table: CodedTable, signal: AbortSignal | undefined): Promise<PairValues> {
  const { rows, columns } = table;
  const turn = pace(signal);
  const { length } = columns;
  const entropies = columns.map((column) => entropyOf(counted(column), rows));
  const information = new Float64Array(length * length);
  const overlap = new Float64Array(length * length);
  for (let a = 0; a < length; a += 1)
    for (let b = a + 1; b < length; b += 1) {
      const [first, second] = [columns[a]!, columns[b]!];
      const bias = ((first.values.length - 1) * (second.values.length - 1)) / (2 * rows * Math.LN2);
      const joint = entropyOf(countedPair(first, second), rows);
      const bits = Math.max(0, entropies[a]! + entropies[b]! - joint - bias);
      const least = Math.min(entropies[a]!, entropies[b]!);
      information[a * length + b] = information[b * length + a] = bits;
      overlap[a * length + b] = overlap[b * length + a] = least > 0 ? Math.min(1, bits / least) : 1;
      await turn();
    }
  return { information, overlap };
}
