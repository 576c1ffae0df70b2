/** Cells that somebody asked to see, with their texts: they stay in clear when the rows are read again. */
export type RevealedCells = Map<string, string | null>;

const keyOf = (column: string, row: number): string => JSON.stringify([column, row]);

export const noteRevealed = (cells: RevealedCells, column: string, row: number, text: string | null): void =>
  void cells.set(keyOf(column, row), text);

/** The column's cells are masked again. */
export function forgetColumn(cells: RevealedCells, column: string): void {
  for (const key of cells.keys()) if ((JSON.parse(key) as [string, number])[0] === column) cells.delete(key);
}

interface ReadRows<Cell> {
  rows: { row: number; cells: Cell[] }[];
}

/** What was read of these columns, with what has been revealed of it in clear. */
export function withRevealed<Cell extends { text: string | null; masked: boolean }, Answer extends ReadRows<Cell>>(
  answer: Answer,
  columns: readonly string[],
  cells: RevealedCells,
): Answer {
  if (cells.size === 0) return answer;
  return {
    ...answer,
    rows: answer.rows.map(({ row, cells: read }) => ({
      row,
      cells: read.map((cell, at) => {
        const key = keyOf(columns[at] ?? '', row);
        return cell.masked && cells.has(key)
          ? { ...cell, text: cells.get(key) ?? null, masked: false, revealed: true }
          : cell;
      }),
    })),
  };
}
