import type { Labelled } from './partition.ts';

/** Rows looked at, and pairs of labels counted in one array. */
const mostRows = 20_000;
const mostPairs = 1 << 20;

/**
 * How much of what a column says another one says already: 0 nothing … 1 all of it. Mutual information over entropy,
 * less what chance alone would show.
 */
export function overlap(column: Labelled, other: Labelled, rows: number): number {
  if (column.labels * other.labels > mostPairs || rows === 0) return 0;
  const every = Math.max(1, Math.floor(rows / mostRows));
  const pairs = new Float64Array(column.labels * other.labels);
  const own = new Float64Array(column.labels);
  const theirs = new Float64Array(other.labels);
  let seen = 0;
  for (let row = 0; row < rows; row += every) {
    const a = column.map[column.codes[row] ?? 0] ?? 0;
    const b = other.map[other.codes[row] ?? 0] ?? 0;
    pairs[a * other.labels + b]! += 1;
    own[a]! += 1;
    theirs[b]! += 1;
    seen += 1;
  }
  const entropy = (counts: Float64Array): number =>
    counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / seen) * Math.log(count / seen)), 0);
  const used = (counts: Float64Array): number => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const whole = entropy(own);
  if (whole === 0) return 0;
  const shared = whole + entropy(theirs) - entropy(pairs) - ((used(own) - 1) * (used(theirs) - 1)) / (2 * seen);
  return Math.min(1, Math.max(0, shared / whole));
}
