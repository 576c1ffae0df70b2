import { readFile } from 'node:fs/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';

/** A row and its place in the sheet, from 0. */
export interface NumberedRow {
  index: number;
  cells: (string | null)[];
}

/** The rows of one sheet as text, without the empty cells at their ends. Formulas come with the values that were stored with them; nothing is computed. */
export async function* sheetRows(path: string, sheet: string, maxRows: number | null): AsyncGenerator<NumberedRow> {
  for await (const row of streamXlsxRows(await readFile(path), { sheet, ...(maxRows === null ? {} : { maxRows }) })) {
    const cells = row.values.map(cellText);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    yield { index: row.index, cells };
  }
}
