interface Rows<Cell> {
  columns: string[];
  rows: Cell[][];
}

/** A column of a preview: its cells row by row, before and after. */
export interface PreviewLine<Cell> {
  name: string;
  dropped: boolean;
  changed: boolean;
  cells: { old: Cell; fresh: Cell | null }[];
}

/** The same rows before and after a recipe, column by column in the source's order. */
export function previewLines<Cell extends { text: string | null }>(
  before: Rows<Cell>,
  after: Rows<Cell>,
): PreviewLine<Cell>[] {
  const target = new Map(after.columns.map((name, at) => [name, at]));
  return before.columns.map((name, at) => {
    const to = target.get(name);
    const cells = before.rows.map((row, number) => ({
      old: row[at]!,
      fresh: to === undefined ? null : (after.rows[number]?.[to] ?? null),
    }));
    return {
      name,
      dropped: to === undefined,
      cells,
      changed: to === undefined || cells.some(({ old, fresh }) => fresh !== null && old.text !== fresh.text),
    };
  });
}
