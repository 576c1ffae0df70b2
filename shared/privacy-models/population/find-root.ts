/** Halvings that take any bracket of doubles down to neighbouring ones. */
const most = 200;

/**
 * Where a function changes sign between two arguments, by halving.
 * @returns null where it has one sign, or no value, at both
 */
export function findRoot(of: (x: number) => number, from: number, to: number): number | null {
  let [low, high] = [from, to];
  const rising = of(low) < 0;
  const [first, last] = [of(low), of(high)];
  if (Number.isNaN(first) || Number.isNaN(last) || first < 0 === last < 0) return null;
  for (let step = 0; step < most; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (of(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
