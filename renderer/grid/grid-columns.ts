import type { ColDef, ITextFilterParams } from 'ag-grid-community';
import { maskText } from '#renderer/design/mask-text.ts';
import type { ColumnMark } from '#shared/domain/shown-class.ts';
import { visible } from '#shared/text/visible.ts';
import { gridText } from '#shared/text/window/grid.ts';
import { ColumnHeader, type HeaderInfo } from './column-header.tsx';
import styles from './data-grid.module.css';
import type { WindowCell, WindowRow } from './window-source.ts';

export interface GridColumn {
  name: string;
  physical: string;
  shownClass: ColumnMark | null;
  type: string;
  needsReview: boolean;
}

const always = (): boolean => true;

/** What is read, whatever becomes known about its columns. */
export type GridTable = readonly Pick<GridColumn, 'name' | 'physical'>[];

/** The table's columns by their ids in the grid. */
export const placesOf = (table: GridTable): ReadonlyMap<string, number> =>
  new Map(table.map(({ physical }, place) => [physical, place]));

/** The eight questions the engine answers about a column's text. */
const filterParams: ITextFilterParams = {
  maxNumConditions: 1,
  debounceMs: 300,
  filterOptions: [
    'contains',
    'equals',
    'notEqual',
    'startsWith',
    { displayKey: 'greaterThan', displayName: gridText.greater, predicate: always, numberOfInputs: 1 },
    { displayKey: 'lessThan', displayName: gridText.less, predicate: always, numberOfInputs: 1 },
    'blank',
    'notBlank',
  ],
};

const rowNumbers: ColDef<WindowRow> = {
  colId: 'row',
  headerName: '#',
  pinned: 'left',
  width: 76,
  minWidth: 56,
  sortable: false,
  filter: false,
  suppressMovable: true,
  cellClass: styles.rowNumber!,
  valueGetter: ({ data }) => (data ? data.row + 1 : null),
  valueFormatter: ({ value }) => (value == null ? '' : Number(value).toLocaleString('en')),
};

/** What stands in a cell of a row that is there: a cell that is still being read is undefined. */
function shownText(cell: WindowCell | undefined, value: unknown): string {
  if (cell === undefined) return '…';
  if (value === null || value === '') return gridText.empty;
  return visible(cell.masked ? maskText(String(value)) : String(value));
}

/** The row's number, then the columns. @param numeric names of the columns to be right-aligned, seen while reading */
export const columnDefs = (columns: readonly GridColumn[], numeric: ReadonlySet<string>): ColDef<WindowRow>[] => [
  rowNumbers,
  ...columns.map(({ name, physical, shownClass, type, needsReview }, place): ColDef<WindowRow> => ({
    colId: physical,
    headerName: visible(name.slice(0, 200)),
    headerComponent: ColumnHeader,
    headerComponentParams: { info: { name, shownClass, type, needsReview } satisfies HeaderInfo },
    width: 168,
    minWidth: 80,
    filter: 'agTextColumnFilter',
    filterParams,
    valueGetter: ({ data }) => data?.cells[place]?.text ?? null,
    valueFormatter: ({ data, value }) => (data === undefined ? '' : shownText(data.cells[place], value)),
    cellClass: ({ data }) => {
      const cell = data?.cells[place];
      return [
        cell?.masked ? styles.masked! : '',
        cell?.revealed ? styles.revealed! : '',
        cell && (cell.text === null || cell.text === '') ? styles.empty! : '',
        numeric.has(name) ? 'ag-right-aligned-cell' : '',
      ].filter(Boolean);
    },
  })),
];
