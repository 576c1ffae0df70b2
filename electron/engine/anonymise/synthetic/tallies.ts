import type { CodedColumn } from '../coded/coded-table.ts';

/** Rows per value of a column. */
export function tally({ codes, values }: CodedColumn): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code]! += 1;
  return counts;
}

/** Rows per pair of values, those of the first column row by row: `counts[x · values of second + y]`. */
export function tallyPair(first: CodedColumn, second: CodedColumn): Float64Array<ArrayBuffer> {
  const [a, b, wide] = [first.codes, second.codes, second.values.length];
  const counts = new Uint32Array(first.values.length * wide);
  for (let row = 0; row < a.length; row += 1) counts[a[row]! * wide + b[row]!]! += 1;
  return Float64Array.from(counts);
}

/** The table two columns would have if they were independent. @param total rows */
export function product(first: Float64Array, second: Float64Array, total: number): Float64Array<ArrayBuffer> {
  const wide = second.length;
  const cells = new Float64Array(first.length * wide);
  if (total <= 0) return cells;
  for (let x = 0; x < first.length; x += 1)
    for (let y = 0; y < wide; y += 1) cells[x * wide + y] = (first[x]! * second[y]!) / total;
  return cells;
}

/** Half the sum of absolute differences of two tables of shares: the total-variation distance. */
export function variation(a: Float64Array, b: Float64Array, ofA: number, ofB: number): number {
  let apart = 0;
  for (let cell = 0; cell < a.length; cell += 1) apart += Math.abs(a[cell]! / ofA - b[cell]! / ofB);
  return apart / 2;
}
