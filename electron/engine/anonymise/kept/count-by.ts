/** Whose row each one is: numbered from 1, 0 for nobody; and the rows in the order of their people. */
export interface Owners {
  of: Uint32Array;
  order: Uint32Array;
}

/** @param of person of each row, numbered from 1, 0 for nobody */
export function ownersOf(of: Uint32Array): Owners {
  const order = Uint32Array.from(of.keys());
  order.sort((a, b) => of[a]! - of[b]!);
  return { of, order };
}

/**
 * Rows, and different people, of each code; rows of nobody add no one. Codes below 0 are not counted.
 * @param owners undefined: each row is of another person
 * @param weights of the rows; null: each counts once
 */
export function countBy(
  codes: ArrayLike<number>,
  kinds: number,
  owners: Owners | undefined,
  weights: Float64Array | null = null,
): { rows: Uint32Array; people: Uint32Array } {
  const rows = new Uint32Array(kinds);
  for (let row = 0; row < codes.length; row += 1)
    if (codes[row]! >= 0) rows[codes[row]!] = rows[codes[row]!]! + (weights === null ? 1 : weights[row]!);
  if (owners === undefined) return { rows, people: rows };
  const people = new Uint32Array(kinds);
  const last = new Uint32Array(kinds);
  for (const row of owners.order) {
    const [code, owner] = [codes[row]!, owners.of[row]!];
    if (code < 0 || owner === 0 || last[code] === owner) continue;
    last[code] = owner;
    people[code] = people[code]! + 1;
  }
  return { rows, people };
}
