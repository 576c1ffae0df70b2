/**
 * Rows of the output by the size of the group they are in. `to` is the largest size that occurs where the bin is the
 * last.
 */
export interface ClassSizeBin {
  from: number;
  to: number;
  rows: number;
  classes: number;
  small: boolean;
}

/** Lower bounds 1, 2, 5, 10, 20, 50 … and the threshold, so that no bin holds sizes on both sides of it. */
function lowerBounds(largest: number, threshold: number): number[] {
  const bounds = new Set<number>([1]);
  for (let power = 1; power <= largest; power *= 10)
    for (const digit of [1, 2, 5]) if (digit * power <= largest) bounds.add(digit * power);
  if (threshold <= largest) bounds.add(threshold);
  return [...bounds].sort((a, b) => a - b);
}

/**
 * Gathers class sizes into few bins for drawing; empty where there are no rows.
 * @param histogram one entry per size that occurs
 * @param threshold the target k
 */
export function binClassSizes(
  histogram: readonly { size: number; classes: number; rows: number }[],
  threshold: number,
): ClassSizeBin[] {
  const largest = histogram.reduce((most, { size }) => Math.max(most, size), 0);
  if (largest === 0) return [];
  // The range up to the threshold is drawn even where nothing lies in it: that it is empty is the point.
  const bounds = lowerBounds(Math.max(largest, threshold), threshold);
  const bins = bounds.map((from, at): ClassSizeBin => ({
    from,
    to: (bounds[at + 1] ?? Math.max(largest, threshold) + 1) - 1,
    rows: 0,
    classes: 0,
    small: from < threshold,
  }));
  for (const { size, classes, rows } of histogram) {
    const bin = bins.findLast(({ from }) => from <= size);
    if (!bin) continue;
    bin.rows += rows;
    bin.classes += classes;
  }
  return bins;
}
