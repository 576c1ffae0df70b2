import type { Place } from './spread.ts';

/** A column of one side: on which steps each row lies, or its number. */
export interface SideColumn {
  /** Text of each row. */
  codes: ArrayLike<number>;
  /** For each text its steps: a row whose text leaves several open counts in part for each, one without any for none. */
  places: readonly (readonly Place[])[];
  steps: number;
  /** Number of each row, NaN for none; null where the column is not one of numbers. */
  numbers: Float64Array | null;
}

/** More cells than this are not laid out before they are spread: then every row is spread by itself. */
const mostCells = 250_000;

const clamp = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);

/**
 * |r| of two lists of numbers over the rows where both have one, 0…1; 0 where one of them does not differ (Pearson 1896).
 * @param weights of the rows; null: each counts once
 */
export function pearson(x: Float64Array, y: Float64Array, weights: Float64Array | null): number {
  let [n, meanX, meanY, varX, varY, both] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row += 1) {
    const [a, b] = [x[row]!, y[row]!];
    const weight = weights === null ? 1 : weights[row]!;
    if (Number.isNaN(a) || Number.isNaN(b) || weight === 0) continue;
    n += weight;
    const [fromX, fromY] = [a - meanX, b - meanY];
    meanX += (fromX * weight) / n;
    meanY += (fromY * weight) / n;
    varX += weight * fromX * (a - meanX);
    varY += weight * fromY * (b - meanY);
    both += weight * fromX * (b - meanY);
  }
  return varX <= 0 || varY <= 0 ? 0 : clamp(Math.abs(both) / Math.sqrt(varX * varY));
}

/**
 * η: the root of the part of a number's variance that lies between steps, 0…1 (Pearson 1905; Fisher 1925); 0 where the
 * number does not differ.
 */
export function correlationRatio(
  { codes, places, steps }: SideColumn,
  y: Float64Array,
  weights: Float64Array | null,
): number {
  const rows = new Float64Array(steps);
  const sums = new Float64Array(steps);
  const own = { rows: 0, sum: 0, squares: 0 };
  const shift = y.find((value) => !Number.isNaN(value)) ?? 0;
  for (let row = 0; row < y.length; row += 1) {
    const value = y[row]! - shift;
    const weight = weights === null ? 1 : weights[row]!;
    const open = places[codes[row]!]!;
    if (Number.isNaN(value) || weight === 0 || open.length === 0) continue;
    own.rows += weight;
    own.sum += weight * value;
    own.squares += weight * value * value;
    for (const { step, part } of open) {
      rows[step] = rows[step]! + weight * part;
      sums[step] = sums[step]! + weight * value * part;
    }
  }
  const middle = own.rows === 0 ? 0 : (own.sum * own.sum) / own.rows;
  let between = -middle;
  for (let step = 0; step < steps; step += 1) if (rows[step]! > 0) between += sums[step]! ** 2 / rows[step]!;
  const total = own.squares - middle;
  return total <= 1e-12 * own.squares ? 0 : clamp(Math.sqrt(Math.max(0, between) / total));
}

/** Rows by the steps of two columns. */
function crossed(a: SideColumn, b: SideColumn, weights: Float64Array | null): Float64Array {
  const cells = new Float64Array(a.steps * b.steps);
  const add = (x: number, y: number, weight: number): void => {
    for (const one of a.places[x]!)
      for (const other of b.places[y]!) {
        const cell = one.step * b.steps + other.step;
        cells[cell] = cells[cell]! + weight * one.part * other.part;
      }
  };
  const rows = a.codes.length;
  const weightOf = (row: number): number => (weights === null ? 1 : weights[row]!);
  if (a.places.length * b.places.length > mostCells) {
    for (let row = 0; row < rows; row += 1) add(a.codes[row]!, b.codes[row]!, weightOf(row));
    return cells;
  }
  const texts = new Float64Array(a.places.length * b.places.length);
  for (let row = 0; row < rows; row += 1) {
    const cell = a.codes[row]! * b.places.length + b.codes[row]!;
    texts[cell] = texts[cell]! + weightOf(row);
  }
  texts.forEach((weight, cell) => {
    if (weight > 0) add(Math.floor(cell / b.places.length), cell % b.places.length, weight);
  });
  return cells;
}

/**
 * Cramér's V of two columns over their steps, 0…1, with the correction for what chance alone gives (Cramér 1946; Bergsma
 * 2013); 0 where one of them does not differ.
 */
export function cramersV(a: SideColumn, b: SideColumn, weights: Float64Array | null): number {
  const cells = crossed(a, b, weights);
  const [ofA, ofB] = [new Float64Array(a.steps), new Float64Array(b.steps)];
  let n = 0;
  cells.forEach((rows, cell) => {
    const [i, j] = [Math.floor(cell / b.steps), cell % b.steps];
    ofA[i] = ofA[i]! + rows;
    ofB[j] = ofB[j]! + rows;
    n += rows;
  });
  const there = (counts: Float64Array): number => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const [r, c] = [there(ofA), there(ofB)];
  if (n < 2 || r < 2 || c < 2) return 0;
  const squares = cells.reduce(
    (sum, rows, cell) =>
      rows > 0 ? sum + (rows * rows) / (ofA[Math.floor(cell / b.steps)]! * ofB[cell % b.steps]!) : sum,
    0,
  );
  const phi = Math.max(0, squares - 1 - ((r - 1) * (c - 1)) / (n - 1));
  const [rows, columns] = [r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)];
  return clamp(Math.sqrt(phi / Math.min(rows - 1, columns - 1)));
}
