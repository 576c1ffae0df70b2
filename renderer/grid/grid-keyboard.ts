import type { FocusGridInnerElementParams, GridApi } from 'ag-grid-community';
import { tabbableBeside } from './tabbable.ts';
import type { WindowRow } from './window-source.ts';

/** Frames a cell far away may take to be read and drawn: ten seconds where sixty are drawn in one. */
const patience = 600;

type Api = GridApi<WindowRow>;

const inGrid = (element: Element | null): boolean => element?.closest('.ag-root-wrapper') != null;

/** Whether the cell has the focus, not only the grid's mind on it. */
function hasFocus(row: number, column: string): boolean {
  const cell = document.activeElement?.closest('[role="gridcell"]');
  return cell?.getAttribute('col-id') === column && cell.closest('[row-index]')?.getAttribute('row-index') === `${row}`;
}

/** Whether the person is by now at another cell, or out of the grid. Where a cell was taken away nobody has the focus. */
function hasMovedOn(api: Api, row: number, column: string): boolean {
  const meant = api.getFocusedCell();
  const elsewhere = document.activeElement !== document.body && !inGrid(document.activeElement);
  return elsewhere || meant?.rowIndex !== row || meant.column.getColId() !== column;
}

/** Focuses a cell wherever it is: it is scrolled to, and drawn some frames later, many where the machine is busy. */
function focusCell(api: Api, row: number, column: string): void {
  api.ensureIndexVisible(row);
  api.ensureColumnVisible(column);
  api.setFocusedCell(row, column);
  let frames = 0;
  const lookAgain = (): void => {
    if (api.isDestroyed() || hasMovedOn(api, row, column) || hasFocus(row, column)) return;
    api.setFocusedCell(row, column);
    if ((frames += 1) < patience) requestAnimationFrame(lookAgain);
  };
  requestAnimationFrame(lookAgain);
}

const columnIds = (api: Api): string[] => api.getAllDisplayedColumns().map((column) => column.getColId());

/** Home and End: the row's first and last cell; with Ctrl, the first and the last of all rows. */
function jump(api: Api, toEnd: boolean, everyRow: boolean): void {
  const ids = columnIds(api);
  const focused = api.getFocusedCell();
  const column = toEnd ? ids.at(-1) : ids[0];
  if (column === undefined || focused === null) return;
  focusCell(api, everyRow ? (toEnd ? api.getDisplayedRowCount() - 1 : 0) : focused.rowIndex, column);
}

/** Sorts as a press on the header does: up, down, as imported. */
function progressSort(api: Api, id: string): void {
  const sort = ({ asc: 'desc', desc: null, none: 'asc' } as const)[api.getColumn(id)?.getSort() ?? 'none'];
  if (!api.getColumn(id)?.isSortable()) return;
  api.applyColumnState({ state: [{ colId: id, sort }], defaultState: { sort: null } });
}

/** Keys in a header: Enter sorts, Alt+ArrowDown opens the filter. True where the key was one of them. */
function inHeader(api: Api, header: Element, event: KeyboardEvent): boolean {
  if (event.key === 'Enter') progressSort(api, header.getAttribute('col-id') ?? '');
  else if (event.key === 'ArrowDown' && event.altKey) header.querySelector('button')?.click();
  else return false;
  return true;
}

/**
 * Tab leaves the grid, Escape goes to the screen's title. True where the key was one of them and there is somewhere
 * to go.
 */
function leave(frame: HTMLElement, event: KeyboardEvent): boolean {
  const title = event.key === 'Escape' ? document.getElementById('screen-title') : null;
  const to = event.key === 'Tab' ? tabbableBeside(frame, event.shiftKey) : title;
  to?.focus();
  return to !== null;
}

/**
 * The keys of an ARIA grid, taken before the grid's own: it is one stop of Tab, however many cells it has. Arrows
 * stay the grid's, and everything that is pressed in a filter.
 */
export function onGridKey(api: Api | null, frame: HTMLElement, event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.ag-popup') || !api || api.isDestroyed()) return;
  const header = event.target.closest('.ag-header-cell');
  const cell = event.target.closest('[role="gridcell"]');
  const guard = event.target.closest('.ag-tab-guard');
  if (!header && !cell && !guard) return;
  const taken = leave(frame, event) || (header !== null && inHeader(api, header, event));
  const jumps = !taken && cell !== null && (event.key === 'Home' || event.key === 'End');
  if (jumps) jump(api, event.key === 'End', event.ctrlKey || event.metaKey);
  if (!taken && !jumps) return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Tab from outside comes to the cell that was left, or to the first one; where there is none, to what the grid finds.
 */
export function enterGrid({ api }: FocusGridInnerElementParams<WindowRow>): boolean {
  const ids = columnIds(api);
  const left = api.getFocusedCell();
  if (ids.length === 0 || api.getDisplayedRowCount() === 0) return false;
  focusCell(api, left?.rowIndex ?? 0, left?.column.getColId() ?? ids[0]!);
  return true;
}
