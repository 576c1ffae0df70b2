import type { ClassValues, TableValues } from './class-values.ts';

/**
 * How much more often a value is in a class than in the whole table, (p − q) / q, in shares of what is allowed of it: the
 * most of any value of a class. A missing value is a value of its own.
 * @param allowed by the value's share of the whole table
 */
export function mostGain({ counts: whole, rows: all }: TableValues, allowed: (share: number) => number) {
  const shares = whole.map((count) => count / all);
  const limits = shares.map(allowed);
  return ({ codes, counts, rows }: ClassValues): number => {
    let most = 0;
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at]!;
      const gain = counts[at]! / rows / shares[code]! - 1;
      // Of what everybody has nothing is gained, and nothing is allowed.
      if (gain > 1e-12) most = Math.max(most, gain / limits[code]!);
    }
    return most;
  };
}
