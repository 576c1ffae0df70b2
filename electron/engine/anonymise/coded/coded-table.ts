/** A column whose cells are numbers: `values[codes[row]]` is what a cell reads, null where it has no value. */
export interface CodedColumn {
  name: string;
  /** One per row. */
  codes: Uint16Array | Uint32Array;
  values: readonly (string | null)[];
}

/** A table held in memory as numbers, column by column: what the ways of anonymising work on. */
export interface CodedTable {
  rows: number;
  columns: CodedColumn[];
}

/** The narrowest array that holds codes below `values`. */
export const codeArray = (values: number, rows: number): Uint16Array | Uint32Array =>
  values <= 65_536 ? new Uint16Array(rows) : new Uint32Array(rows);

/** Codes rows of text cells, in the order in which values first appear. @param rows every one as long as `names` */
export function codeRows(names: readonly string[], rows: readonly (readonly (string | null)[])[]): CodedTable {
  const columns = names.map((name, at): CodedColumn => {
    const known = new Map<string | null, number>();
    for (const row of rows) {
      const cell = row[at] ?? null;
      if (!known.has(cell)) known.set(cell, known.size);
    }
    const codes = codeArray(known.size, rows.length);
    rows.forEach((row, index) => (codes[index] = known.get(row[at] ?? null)!));
    return { name, codes, values: [...known.keys()] };
  });
  return { rows: rows.length, columns };
}
