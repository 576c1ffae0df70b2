/**
 * How far counts lie from what probabilities let expect, as a normal deviate: above 4.75 happens by chance once in a
 * million. Chi-square, turned by Wilson and Hilferty (1931). Cells that expect fewer than 10 are put together.
 */
export function surprise(counts: ReadonlyMap<number, number>, probabilities: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let [restFound, restExpected] = [total, total];
  let [statistic, cells] = [0, 0];
  for (const [value, probability] of probabilities) {
    const expected = probability * total;
    if (expected < 10) continue;
    const found = counts.get(value) ?? 0;
    statistic += (found - expected) ** 2 / expected;
    cells += 1;
    restFound -= found;
    restExpected -= expected;
  }
  if (restExpected >= 1) {
    statistic += (restFound - restExpected) ** 2 / restExpected;
    cells += 1;
  }
  const freedom = cells - 1;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** How often each value was drawn. */
export function tallied(draws: number, draw: () => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < draws; at += 1) {
    const value = draw();
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Probabilities of whole numbers from −reach to reach, by weights. */
export function byWeight(reach: number, weight: (value: number) => number): Map<number, number> {
  const values = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const sum = values.reduce((before, value) => before + weight(value), 0);
  return new Map(values.map((value) => [value, weight(value) / sum]));
}
