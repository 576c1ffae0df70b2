import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextFilterModule,
  type CellFocusedEvent,
  type GridApi,
} from 'ag-grid-community';
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react';
import { useEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react';
import { styleNonce } from '#renderer/design/style-nonce.ts';
import { gridText } from '#shared/text/window/grid.ts';
import styles from './data-grid.module.css';
import { columnDefs, type GridColumn } from './grid-columns.ts';
import { enterGrid, onGridKey } from './grid-keyboard.ts';
import { gridTheme } from './grid-theme.ts';
import { notePlainNumbers } from './plain-numbers.ts';
import { blockRows, createWindowSource, type ReadWindow, type WindowRow } from './window-source.ts';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  CellStyleModule,
  CellApiModule,
  ScrollApiModule,
  RowApiModule,
  RowSelectionModule,
  RenderApiModule,
  ColumnApiModule,
  EventApiModule,
  TextFilterModule,
]);

interface Props {
  label: string;
  /** What is read: stays the same object while the table does, whatever becomes known about its columns. */
  table: readonly Pick<GridColumn, 'name' | 'physical'>[];
  columns: readonly GridColumn[];
  read: ReadWindow;
  /** Raised when what was read is out of date (a column was revealed): everything in sight is read again. */
  version: number;
  /** Which rows of it are read; another one starts at the top. */
  scope?: string;
  selectedColumn: string | null;
  onSelectColumn(name: string): void;
  /** Asked for the clear text of a masked cell; the answer is shown in its place. */
  onReveal(name: string, row: number): Promise<string | null>;
  onTotal(total: number): void;
  onFailure(error: unknown): void;
}

/** What the style sheet has screen readers say. */
const spokenWords = {
  '--cx-masked-word': JSON.stringify(`${gridText.masked} `),
  '--cx-revealed-word': JSON.stringify(`${gridText.revealed} `),
} as CSSProperties;

/** How the grid reads and what it leaves to the window around it. */
const settings = {
  rowModelType: 'infinite',
  cacheBlockSize: blockRows,
  maxBlocksInCache: 40,
  maxConcurrentDatasourceRequests: 2,
  blockLoadDebounceMillis: 0,
  infiniteInitialRowCount: 100,
  ensureDomOrder: true,
  suppressMenuHide: true,
  suppressCellFocus: false,
  suppressDragLeaveHidesColumns: true,
  overlayNoRowsTemplate: ' ',
  rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: false },
  getRowId: ({ data }) => `${data.row}`,
  focusGridInnerElement: enterGrid,
} satisfies AgGridReactProps<WindowRow>;

type Api = RefObject<GridApi<WindowRow> | null>;
/** Whom to ask and to tell: read when something happens, so that what the grid holds outlives a drawing. */
type Latest = RefObject<Pick<Props, 'read' | 'onTotal' | 'onFailure' | 'onReveal' | 'onSelectColumn'>>;

/** The table's columns by their ids in the grid. */
const placesOf = (table: Props['table']): ReadonlyMap<string, number> =>
  new Map(table.map(({ physical }, place) => [physical, place]));

/** The source stays while what is read does: another one empties the grid. */
function useSource({ table, scope }: Pick<Props, 'table' | 'scope'>, api: Api, latest: Latest, numeric: Set<string>) {
  return useMemo(
    () =>
      createWindowSource({
        names: table.map(({ name }) => name),
        placeOf: placesOf(table),
        getApi: () => api.current,
        read: async (query) => {
          const answer = await latest.current.read(query);
          notePlainNumbers(numeric, query, answer);
          return answer;
        },
        onTotal: (total) => latest.current.onTotal(total),
        onFailure: (error) => latest.current.onFailure(error),
      }),
    // oxlint-disable-next-line react/exhaustive-deps
    [table, scope],
  );
}

/** Brings the column that was selected elsewhere into sight. */
function useColumnInSight(api: Api, columns: readonly GridColumn[], selected: string | null): void {
  useEffect(() => {
    const physical = columns.find(({ name }) => name === selected)?.physical;
    if (
      physical !== undefined &&
      api.current &&
      !api.current.isDestroyed() &&
      api.current.getFocusedCell()?.column.getColId() !== physical
    )
      api.current.ensureColumnVisible(physical);
  }, [api, selected, columns]);
}

/** The row one is in is the selected one, and says so; a row that is still being read becomes it when it is there. */
function markRow(api: GridApi<WindowRow> | null): void {
  const at = api?.getFocusedCell();
  const row = at ? api?.getDisplayedRowAtIndex(at.rowIndex) : undefined;
  if (row?.data && !row.isSelected()) row.setSelected(true, true);
}

/** What a person does in a cell: going into it selects its column, revealing shows its text in its place. */
function useCellDeeds(table: Props['table'], api: Api, latest: Latest) {
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
        row.cells[place] = { text, masked: false, revealed: true };
        api.current?.refreshCells({ columns: [id], force: true });
      } catch (error) {
        latest.current.onFailure(error);
      }
    },
  };
}

/**
 * A whole dataset as an ARIA grid, read page by page and band by band from the engine. Enter or a double click reveals
 * a masked cell.
 */
export function DataGrid(props: Props) {
  const { label, table, columns, version, selectedColumn } = props;
  const api: Api = useRef(null);
  const frame = useRef<HTMLDivElement>(null);
  const numeric = useRef(new Set<string>());
  const latest: Latest = useRef(props);
  latest.current = props;
  const source = useSource(props, api, latest, numeric.current);
  const defs = useMemo(() => columnDefs(columns, numeric.current), [columns]);
  const { select, reveal } = useCellDeeds(table, api, latest);
  useEffect(() => {
    if (version > 0) api.current?.refreshInfiniteCache();
  }, [version]);
  useColumnInSight(api, columns, selectedColumn);
  return (
    <div
      className={styles.frame}
      ref={frame}
      style={spokenWords}
      onKeyDownCapture={(event) => {
        if (frame.current) onGridKey(api.current, frame.current, event.nativeEvent);
      }}
    >
      <AgGridReact<WindowRow>
        {...settings}
        theme={gridTheme}
        styleNonce={styleNonce()}
        columnDefs={defs}
        datasource={source}
        defaultColDef={{ resizable: true, sortable: true }}
        onModelUpdated={() => markRow(api.current)}
        onGridReady={(event) => {
          api.current = event.api;
          frame.current?.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-label', label);
        }}
        onGridPreDestroyed={() => {
          api.current = null;
        }}
        onFirstDataRendered={(event) => event.api.refreshCells({ force: true })}
        onViewportChanged={() => void source.fill()}
        onVirtualColumnsChanged={() => void source.fill()}
        onCellFocused={select}
        onCellDoubleClicked={({ data, column }) => void reveal(data, column.getColId())}
        onCellKeyDown={(press) => {
          if ('column' in press && press.event instanceof KeyboardEvent && press.event.key === 'Enter')
            void reveal(press.data, press.column.getColId());
        }}
      />
    </div>
  );
}
