import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextFilterModule,
} from 'ag-grid-community';
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react';
import { useEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react';
import { styleNonce } from '#renderer/design/style-nonce.ts';
import { gridText } from '#shared/text/window/grid.ts';
import styles from './data-grid.module.css';
import { markRow, useCellDeeds, type CellEars, type GridApiRef } from './cell-deeds.ts';
import { useDoublePress } from './double-press.ts';
import { columnDefs, placesOf, type GridColumn, type GridTable } from './grid-columns.ts';
import { enterGrid, onGridKey } from './grid-keyboard.ts';
import { gridTheme } from './grid-theme.ts';
import { notePlainNumbers } from './plain-numbers.ts';
import { blockRows, createWindowSource, type ReadWindow, type WindowRow } from './window-source.ts';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  LocaleModule,
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

interface Props extends CellEars {
  label: string;
  /** What is read: stays the same object while the table does, whatever becomes known about its columns. */
  table: GridTable;
  columns: readonly GridColumn[];
  read: ReadWindow;
  /** Raised when what was read is out of date (a column was revealed): everything in sight is read again. */
  version: number;
  /** Which rows of it are read; another one starts at the top. */
  scope?: string;
  selectedColumn: string | null;
  onTotal(total: number): void;
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
  // A row says itself that it is the selected one; the grid would add at every step how to undo that.
  getLocaleText: ({ key, defaultValue }) => (/^ariaRow(Des|S)elect$/.test(key) ? '' : defaultValue),
} satisfies AgGridReactProps<WindowRow>;

/** The source stays while what is read does: another one empties the grid. */
function useSource(
  { table, scope }: Pick<Props, 'table' | 'scope'>,
  api: GridApiRef,
  latest: RefObject<Props>,
  numeric: Set<string>,
) {
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
function useColumnInSight(api: GridApiRef, columns: readonly GridColumn[], selected: string | null): void {
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

/**
 * A whole dataset as an ARIA grid, read page by page and band by band from the engine. Enter or a double click reveals
 * a masked cell.
 */
export function DataGrid(props: Props) {
  const { label, table, columns, version, selectedColumn } = props;
  const api: GridApiRef = useRef(null);
  const frame = useRef<HTMLDivElement>(null);
  const numeric = useRef(new Set<string>());
  // Read when something happens, so that what the grid holds outlives a drawing.
  const latest = useRef(props);
  latest.current = props;
  const source = useSource(props, api, latest, numeric.current);
  const defs = useMemo(() => columnDefs(columns, numeric.current), [columns]);
  const { select, reveal, catchUp } = useCellDeeds(table, api, latest);
  useEffect(() => {
    if (version > 0) api.current?.refreshInfiniteCache();
  }, [version]);
  useColumnInSight(api, columns, selectedColumn);
  useDoublePress(frame, ({ row, column }) => void reveal({ at: row, id: column }));
  const fill = (): void => void source.fill().then(catchUp);
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
        onModelUpdated={() => {
          markRow(api.current);
          catchUp();
        }}
        onGridReady={(event) => {
          api.current = event.api;
          frame.current?.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-label', label);
        }}
        onGridPreDestroyed={() => {
          api.current = null;
        }}
        onFirstDataRendered={(event) => event.api.refreshCells({ force: true })}
        onViewportChanged={fill}
        onVirtualColumnsChanged={fill}
        onCellFocused={select}
        onCellKeyDown={(press) => {
          if (!('column' in press) || !(press.event instanceof KeyboardEvent) || press.event.key !== 'Enter') return;
          if (press.rowIndex !== null) void reveal({ at: press.rowIndex, id: press.column.getColId() });
        }}
      />
    </div>
  );
}
