/** Middle ranks from 0 of the rows; equal values share theirs. */
function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, row) => row).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let at = start; at < end; at += 1) ranks[order[at]!] = (start + end - 1) / 2;
    start = end;
  }
  return ranks;
}

/** Spearman’s ρ of the pairs that both have a number; 1 where either side never varies. */
export function rankCorrelation(before: Float64Array, after: Float64Array): number {
  const both = [...before.keys()].filter((row) => !Number.isNaN(before[row]!) && !Number.isNaN(after[row]!));
  const [a, b] = [before, after].map((values) => ranksOf(Float64Array.from(both, (row) => values[row]!)));
  const middle = (both.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < both.length; at += 1) {
    const [x, y] = [a![at]! - middle, b![at]! - middle];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 1 : ab / Math.sqrt(aa * bb);
}
