import type { CellFocusedEvent, GridApi } from 'ag-grid-community';
import { useMemo, useRef, type RefObject } from 'react';
import { placesOf, type GridTable } from './grid-columns.ts';
import type { WindowRow } from './window-source.ts';

export type GridApiRef = RefObject<GridApi<WindowRow> | null>;

/** Whom the cells tell of what is done in them. */
export interface CellEars {
  onSelectColumn(name: string): void;
  /** Asked for the clear text of a masked cell; the answer is shown in its place. */
  onReveal(name: string, row: number): Promise<string | null>;
  onFailure(error: unknown): void;
}

/** The row one is in is the selected one, and says so; a row that is still being read becomes it when it is there. */
export function markRow(api: GridApi<WindowRow> | null): void {
  const at = api?.getFocusedCell();
  const row = at ? api?.getDisplayedRowAtIndex(at.rowIndex) : undefined;
  if (row?.data && !row.isSelected()) row.setSelected(true, true);
}

/** The row as the grid has it now. */
function rowAgain(api: GridApi<WindowRow> | null, row: WindowRow): WindowRow {
  let found = row;
  api?.forEachNode(({ data }) => {
    if (data?.row === row.row) found = data;
  });
  return found;
}

/** A cell by its row on screen and its column. */
interface AskedCell {
  at: number;
  id: string;
}

/** Whether the person is still in the cell. */
function isIn(api: GridApi<WindowRow>, { at, id }: AskedCell): boolean {
  const now = api.getFocusedCell();
  return now?.rowIndex === at && now.column.getColId() === id;
}

/**
 * What a person does in a cell: going into it selects its column, revealing shows its text in its place. A cell that was
 * not read yet when it was asked for is revealed when it is, if the person is still in it: `catchUp` is told that cells
 * have been read.
 */
export function useCellDeeds(table: GridTable, api: GridApiRef, latest: RefObject<CellEars>) {
  const placeOf = useMemo(() => placesOf(table), [table]);
  const owed = useRef<AskedCell | null>(null);
  const reveal = async (asked: AskedCell): Promise<void> => {
    const place = placeOf.get(asked.id);
    if (place === undefined) return;
    const row = api.current?.getDisplayedRowAtIndex(asked.at)?.data;
    const cell = row?.cells[place];
    owed.current = cell === undefined ? asked : null;
    if (!row || !cell?.masked) return;
    try {
      const text = await latest.current.onReveal(table[place]!.name, row.row);
      // The rows may have been read again meanwhile: what is shown now is shown in clear.
      for (const shown of [row, rowAgain(api.current, row)])
        shown.cells[place] = { text, masked: false, revealed: true };
      api.current?.refreshCells({ columns: [asked.id], force: true });
    } catch (error) {
      latest.current.onFailure(error);
    }
  };
  return {
    select(event: CellFocusedEvent<WindowRow>): void {
      const id = typeof event.column === 'object' ? event.column?.getColId() : event.column;
      const place = id == null ? undefined : placeOf.get(id);
      if (place !== undefined) latest.current.onSelectColumn(table[place]!.name);
      markRow(api.current);
    },
    reveal,
    catchUp(): void {
      const asked = owed.current;
      if (asked === null || api.current === null || api.current.isDestroyed()) return;
      if (isIn(api.current, asked)) void reveal(asked);
      else owed.current = null;
    },
  };
}
