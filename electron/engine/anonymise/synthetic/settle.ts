/** What is done to noisy tables afterwards. None of it looks at the data, so none of it costs privacy. */

/**
 * The nearest table (least squares) without a negative cell and with a given sum: less bias than cutting at 0 and
 * scaling. Projection onto the simplex, by sorting (Held, Wolfe, Crowder 1974).
 */
export function ontoSimplex(cells: Float64Array, sum: number): Float64Array<ArrayBuffer> {
  const sorted = Float64Array.from(cells).toSorted().toReversed();
  let [above, shift] = [0, 0];
  for (let at = 0; at < sorted.length; at += 1) {
    above += sorted[at]!;
    const tried = (above - sum) / (at + 1);
    if (sorted[at]! > tried) shift = tried;
  }
  return Float64Array.from(cells, (cell) => Math.max(0, cell - shift));
}

/**
 * Pulls a noisy table towards what is known without it, by as much as noise explains of their distance: the positive
 * part estimator of James and Stein (1961).
 * @param variance of the noise in each cell
 */
export function shrink(cells: Float64Array, towards: Float64Array, variance: number): Float64Array<ArrayBuffer> {
  let apart = 0;
  for (let at = 0; at < cells.length; at += 1) apart += (cells[at]! - towards[at]!) ** 2;
  const explained = (variance * (cells.length - 2)) / apart;
  const kept = apart === 0 || explained <= 0 ? 1 : Math.max(0, 1 - explained);
  return Float64Array.from(cells, (cell, at) => towards[at]! + kept * (cell - towards[at]!));
}

/** Each cell as the mean of itself and up to two neighbours a side: what an ordered column is likely to look like. */
export function smoothed(cells: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(cells, (_, at) => {
    const near = cells.subarray(Math.max(0, at - 2), at + 3);
    return near.reduce((sum, cell) => sum + cell, 0) / near.length;
  });
}

/**
 * Scales the rows and the columns of a table in turn to given sums (iterative proportional fitting; Deming, Stephan
 * 1940). A row that is empty is filled as the columns are.
 * @param cells changed in place; `rows.length · columns.length` @param rounds how often both are scaled
 */
export function fitMargins(cells: Float64Array, rows: Float64Array, columns: Float64Array, rounds: number): void {
  const wide = columns.length;
  const total = columns.reduce((sum, cell) => sum + cell, 0) || 1;
  const sums = new Float64Array(wide);
  for (let round = 0; round < rounds; round += 1) {
    sums.fill(0);
    for (let x = 0; x < rows.length; x += 1) {
      const row = cells.subarray(x * wide, (x + 1) * wide);
      const sum = row.reduce((before, cell) => before + cell, 0);
      for (let y = 0; y < wide; y += 1) {
        row[y] = sum > 0 ? (row[y]! * rows[x]!) / sum : (rows[x]! * columns[y]!) / total;
        sums[y]! += row[y]!;
      }
    }
    for (let y = 0; y < wide; y += 1) {
      const factor = sums[y]! > 0 ? columns[y]! / sums[y]! : 0;
      for (let x = 0; x < rows.length; x += 1) cells[x * wide + y]! *= factor;
    }
  }
}
