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
  type ColDef,
  type GridApi,
  type ITextFilterParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { maskText } from '#renderer/design/mask-text.ts';
import { styleNonce } from '#renderer/design/style-nonce.ts';
import type { ShownClass } from '#shared/domain/shown-class.ts';
import { visible } from '#shared/text/visible.ts';
import { gridText } from '#shared/text/window/grid.ts';
import { ColumnHeader, type HeaderInfo } from './column-header.tsx';
import styles from './data-grid.module.css';
import { enterGrid, onGridKey } from './grid-keyboard.ts';
import { gridTheme } from './grid-theme.ts';
import { blockRows, createWindowSource, type ReadWindow, type WindowCell, type WindowRow } from './window-source.ts';

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

export interface GridColumn {
  name: string;
  physical: string;
  shownClass: ShownClass | null;
  type: string;
  needsReview: boolean;
}

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

const number = /^[-+]?\d{1,3}(?:[\s,.]?\d{3})*(?:[.,]\d+)?$|^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;
const oneRow = { mode: 'singleRow', checkboxes: false, enableClickSelection: false } as const;
const always = (): boolean => true;

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

/**
 * A whole dataset as an ARIA grid, read page by page and band by band from the engine. Enter or a double click reveals
 * a masked cell.
 */
export function DataGrid({
  label,
  table,
  columns,
  read,
  version,
  scope,
  selectedColumn,
  onSelectColumn,
  onReveal,
  onTotal,
  onFailure,
}: Props) {
  const api = useRef<GridApi<WindowRow> | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const numeric = useRef(new Set<string>());
  const latest = useRef({ read, onTotal, onFailure, onReveal, onSelectColumn });
  latest.current = { read, onTotal, onFailure, onReveal, onSelectColumn };
  const names = useMemo(() => table.map(({ name }) => name), [table]);
  const placeOf = useMemo(() => new Map(table.map(({ physical }, place) => [physical, place])), [table]);

  const source = useMemo(
    () =>
      createWindowSource({
        names,
        placeOf,
        getApi: () => api.current,
        read: async (query) => {
          const answer = await latest.current.read(query);
          // Columns of plain numbers are right-aligned; seen in the first rows read of each.
          query.columns.forEach((name, at) => {
            const texts = answer.rows
              .slice(0, 50)
              .map(({ cells }) => cells[at])
              .filter((cell): cell is WindowCell & { text: string } => cell?.text != null && cell.text !== '');
            if (texts.length > 0 && texts.every(({ text, masked }) => !masked && number.test(text)))
              numeric.current.add(name);
          });
          return answer;
        },
        onTotal: (total) => latest.current.onTotal(total),
        onFailure: (error) => latest.current.onFailure(error),
      }),
    // oxlint-disable-next-line react/exhaustive-deps
    [names, placeOf, scope],
  );

  const defs = useMemo(
    (): ColDef<WindowRow>[] => [
      {
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
      },
      ...columns.map((column, place): ColDef<WindowRow> => ({
        colId: column.physical,
        headerName: visible(column.name.slice(0, 200)),
        headerComponent: ColumnHeader,
        headerComponentParams: {
          info: {
            name: column.name,
            shownClass: column.shownClass,
            type: column.type,
            needsReview: column.needsReview,
          } satisfies HeaderInfo,
        },
        width: 168,
        minWidth: 80,
        filter: 'agTextColumnFilter',
        filterParams,
        valueGetter: ({ data }) => data?.cells[place]?.text ?? null,
        valueFormatter: ({ data, value }) =>
          data === undefined
            ? ''
            : data.cells[place] === undefined
              ? '…'
              : value === null || value === ''
                ? gridText.empty
                : data.cells[place].masked
                  ? maskText(String(value))
                  : visible(String(value)),
        cellClass: ({ data }) => {
          const cell = data?.cells[place];
          return [
            cell?.masked ? styles.masked! : '',
            cell?.revealed ? styles.revealed! : '',
            cell && (cell.text === null || cell.text === '') ? styles.empty! : '',
            numeric.current.has(column.name) ? 'ag-right-aligned-cell' : '',
          ].filter(Boolean);
        },
      })),
    ],
    [columns],
  );

  useEffect(() => {
    if (version > 0) api.current?.refreshInfiniteCache();
  }, [version]);
  useEffect(() => {
    const physical = columns.find(({ name }) => name === selectedColumn)?.physical;
    if (
      physical !== undefined &&
      api.current &&
      !api.current.isDestroyed() &&
      api.current.getFocusedCell()?.column.getColId() !== physical
    )
      api.current.ensureColumnVisible(physical);
  }, [selectedColumn, columns]);

  /** The row one is in is the selected one, and says so; a row that is still being read becomes it when it is there. */
  const markRow = (): void => {
    const at = api.current?.getFocusedCell();
    const row = at ? api.current?.getDisplayedRowAtIndex(at.rowIndex) : undefined;
    if (row?.data && !row.isSelected()) row.setSelected(true, true);
  };
  const select = (event: CellFocusedEvent<WindowRow>): void => {
    const id = typeof event.column === 'object' ? event.column?.getColId() : event.column;
    const place = id == null ? undefined : placeOf.get(id);
    if (place !== undefined) latest.current.onSelectColumn(names[place]!);
    markRow();
  };
  const reveal = async (row: WindowRow | undefined, id: string): Promise<void> => {
    const place = placeOf.get(id);
    if (!row || place === undefined || !row.cells[place]?.masked) return;
    try {
      row.cells[place] = { text: await latest.current.onReveal(names[place]!, row.row), masked: false, revealed: true };
      api.current?.refreshCells({ columns: [id], force: true });
    } catch (error) {
      latest.current.onFailure(error);
    }
  };

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
        theme={gridTheme}
        styleNonce={styleNonce()}
        rowModelType="infinite"
        columnDefs={defs}
        datasource={source}
        cacheBlockSize={blockRows}
        maxBlocksInCache={40}
        maxConcurrentDatasourceRequests={2}
        blockLoadDebounceMillis={0}
        infiniteInitialRowCount={100}
        ensureDomOrder
        suppressMenuHide
        suppressCellFocus={false}
        suppressDragLeaveHidesColumns
        overlayNoRowsTemplate=" "
        defaultColDef={{ resizable: true, sortable: true }}
        rowSelection={oneRow}
        getRowId={({ data }) => `${data.row}`}
        focusGridInnerElement={enterGrid}
        onModelUpdated={markRow}
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
