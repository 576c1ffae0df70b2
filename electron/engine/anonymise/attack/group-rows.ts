/** Rows put together by the codes of some columns. */
export interface RowGroups {
  /** For each of the rows its group. */
  groupOf: Uint32Array;
  /** For each group a row of it, the first. */
  first: Uint32Array;
  /** For each group how many rows it has. */
  size: Uint32Array;
}

/**
 * Groups rows that agree in all of the columns, by an open hash table over the codes: linear in rows × columns.
 * @param columns codes, one array a column; none: all rows are one group
 * @param rows places in those arrays
 */
export function groupRows(columns: readonly (Uint16Array | Uint32Array)[], rows: Uint32Array): RowGroups {
  const groupOf = new Uint32Array(rows.length);
  let slots = 16;
  while (slots < rows.length * 2) slots *= 2;
  const table = new Int32Array(slots).fill(-1);
  const first: number[] = [];
  const size: number[] = [];
  const hashes = new Int32Array(rows.length);
  for (const codes of columns)
    for (let at = 0; at < rows.length; at++) {
      const mixed = Math.imul(hashes[at]! ^ codes[rows[at]!]!, 0x9e37_79b1);
      hashes[at] = mixed ^ (mixed >>> 15);
    }
  const same = (one: number, other: number): boolean => {
    for (const codes of columns) if (codes[one] !== codes[other]) return false;
    return true;
  };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    let slot = hashes[at]! & (slots - 1);
    let group = table[slot]!;
    while (group >= 0 && !same(first[group]!, row)) {
      slot = (slot + 1) & (slots - 1);
      group = table[slot]!;
    }
    if (group < 0) {
      group = first.length;
      table[slot] = group;
      first.push(row);
      size.push(0);
    }
    groupOf[at] = group;
    size[group]!++;
  }
  return { groupOf, first: Uint32Array.from(first), size: Uint32Array.from(size) };
}
