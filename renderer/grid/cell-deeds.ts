import type { CellFocusedEvent, GridApi } from 'ag-grid-community';
import { useMemo, type RefObject } from 'react';
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

/** What a person does in a cell: going into it selects its column, revealing shows its text in its place. */
export function useCellDeeds(table: GridTable, api: GridApiRef, latest: RefObject<CellEars>) {
  const placeOf = useMemo(() => placesOf(table), [table]);
  return {
    select(event: CellFocusedEvent<WindowRow>): void {
      const id = typeof event.column === 'object' ? event.column?.getColId() : event.column;
      const place = id == null ? undefined : placeOf.get(id);
      if (place !== undefined) latest.current.onSelectColumn(table[place]!.name);
      markRow(api.current);
    },
    async reveal(row: WindowRow | undefined, id: string): Promise<void> {
      const place = placeOf.get(id);
      if (!row || place === undefined || !row.cells[place]?.masked) return;
      try {
        const text = await latest.current.onReveal(table[place]!.name, row.row);
        // The rows may have been read again meanwhile: what is shown now is shown in clear.
        for (const shown of [row, rowAgain(api.current, row)])
          shown.cells[place] = { text, masked: false, revealed: true };
        api.current?.refreshCells({ columns: [id], force: true });
      } catch (error) {
        latest.current.onFailure(error);
      }
    },
  };
}
