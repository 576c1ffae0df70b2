import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community';

/** A cell as the engine hands it out: `masked` means that `text` is only the value's shape. */
export interface WindowCell {
  text: string | null;
  masked: boolean;
  revealed?: boolean;
}
/**
 * A row on screen: `at` its place in the present view, `row` its place in the source. Cells not read yet are undefined.
 */
export interface WindowRow {
  at: number;
  row: number;
  cells: (WindowCell | undefined)[];
}
export interface WindowSort {
  column: string;
  direction: 'asc' | 'desc';
}
export type WindowFilterOp =
  | 'contains'
  | 'equals'
  | 'notEqual'
  | 'startsWith'
  | 'greaterThan'
  | 'lessThan'
  | 'blank'
  | 'notBlank';
export interface WindowFilter {
  column: string;
  op: WindowFilterOp;
  value: string;
}
export interface WindowQuery {
  columns: string[];
  sort: WindowSort[];
  filter: WindowFilter[];
  offset: number;
  limit: number;
}
export type ReadWindow = (
  query: WindowQuery,
) => Promise<{ total: number; rows: { row: number; cells: WindowCell[] }[] }>;

/** Columns asked for at once: wide datasets are read in bands, only the bands in sight. */
const bandWidth = 100;
/** Rows asked for at once; also the grid's block size. */
export const blockRows = 100;

interface SourceOptions {
  names: readonly string[];
  /** Grid column id (physical name) → place among `names`. */
  placeOf: ReadonlyMap<string, number>;
  read: ReadWindow;
  getApi(): GridApi<WindowRow> | null;
  onTotal(total: number): void;
  onFailure(error: unknown): void;
}

export interface WindowSource extends IDatasource {
  /** Reads the bands that scrolled into sight for the rows in sight. */
  fill(): Promise<void>;
}

type Answer = Awaited<ReturnType<ReadWindow>>;

/** Writes a band's cells where they belong in a row. */
const placeBand = (row: WindowRow, band: number, cells: WindowCell[]): void =>
  cells.forEach((cell, place) => {
    row.cells[band * bandWidth + place] = cell;
  });

/** The rows of a page, from one answer per band. */
function rowsOf(startRow: number, bands: number[], answers: Answer[]): WindowRow[] {
  const rows = answers[0]!.rows.map(({ row }, index): WindowRow => ({ at: startRow + index, row, cells: [] }));
  answers.forEach((answer, index) =>
    answer.rows.forEach(({ cells }, at) => placeBand(rows[at]!, bands[index]!, cells)),
  );
  return rows;
}

/** The rows in sight that have been read, by the block they were read in. */
function blocksInSight(api: GridApi<WindowRow>): Map<number, WindowRow[]> {
  const blocks = new Map<number, WindowRow[]>();
  for (let at = api.getFirstDisplayedRowIndex(); at >= 0 && at <= api.getLastDisplayedRowIndex(); at += 1) {
    const data = api.getDisplayedRowAtIndex(at)?.data;
    const block = Math.floor(at / blockRows);
    if (data) blocks.set(block, [...(blocks.get(block) ?? []), data]);
  }
  return blocks;
}

function bandsInSight(api: GridApi<WindowRow> | null, placeOf: ReadonlyMap<string, number>): number[] {
  const places =
    api
      ?.getAllDisplayedVirtualColumns()
      .map((column) => placeOf.get(column.getColId()))
      .filter((place) => place !== undefined) ?? [];
  return places.length === 0 ? [0] : [...new Set(places.map((place) => Math.floor(place / bandWidth)))];
}

/** The grid's window on the engine: pages of rows, in bands of columns; sorting and filtering happen in the engine. */
export function createWindowSource({ names, placeOf, read, getApi, onTotal, onFailure }: SourceOptions): WindowSource {
  let view: Pick<WindowQuery, 'sort' | 'filter'> = { sort: [], filter: [] };
  let generation = 0;
  const underWay = new Set<string>();
  const nameOf = (id: string): string => names[placeOf.get(id)!]!;
  const readBand = (band: number, offset: number, limit: number) =>
    read({ ...view, columns: names.slice(band * bandWidth, (band + 1) * bandWidth), offset, limit });

  const getRows = async (params: IGetRowsParams): Promise<void> => {
    const next = {
      sort: params.sortModel.map(({ colId, sort }) => ({ column: nameOf(colId), direction: sort })),
      filter: readFilter(params.filterModel as FilterModel, nameOf),
    };
    if (JSON.stringify(next) !== JSON.stringify(view)) {
      view = next;
      generation += 1;
    }
    const asked = generation;
    try {
      const bands = bandsInSight(getApi(), placeOf);
      const answers = await Promise.all(
        bands.map((band) => readBand(band, params.startRow, params.endRow - params.startRow)),
      );
      const rows = rowsOf(params.startRow, bands, answers);
      // What was asked before the sort or filter of now may be answered after it.
      if (asked === generation) onTotal(answers[0]!.total);
      params.successCallback(rows, answers[0]!.total);
    } catch (error) {
      onFailure(error);
      params.failCallback();
    }
  };

  const fillBand = async (api: GridApi<WindowRow>, block: number, band: number): Promise<void> => {
    const asked = generation;
    const key = `${asked}/${block}/${band}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      const { rows } = await readBand(band, block * blockRows, blockRows);
      if (asked !== generation || api.isDestroyed()) return;
      rows.forEach(({ cells }, index) => {
        const data = api.getDisplayedRowAtIndex(block * blockRows + index)?.data;
        if (data) placeBand(data, band, cells);
      });
      api.refreshCells({ force: true });
    } catch (error) {
      onFailure(error);
    } finally {
      underWay.delete(key);
    }
  };

  const fill = async (): Promise<void> => {
    const api = getApi();
    if (!api || api.isDestroyed()) return;
    const inSight = bandsInSight(api, placeOf);
    await Promise.all(
      [...blocksInSight(api)].flatMap(([block, seen]) =>
        inSight
          .filter((band) => seen.some(({ cells }) => cells[band * bandWidth] === undefined))
          .map((band) => fillBand(api, block, band)),
      ),
    );
  };

  return { getRows: (params) => void getRows(params), fill };
}

type FilterModel = Record<string, { type?: string; filter?: string | null }> | null;
const known: readonly string[] = [
  'contains',
  'equals',
  'notEqual',
  'startsWith',
  'greaterThan',
  'lessThan',
  'blank',
  'notBlank',
] satisfies WindowFilterOp[];

/** The grid's filter model as the contract's terms. */
export function readFilter(model: FilterModel, nameOf: (id: string) => string): WindowFilter[] {
  return Object.entries(model ?? {}).flatMap(([id, { type, filter }]) =>
    type !== undefined && known.includes(type)
      ? [{ column: nameOf(id), op: type as WindowFilterOp, value: (filter ?? '').slice(0, 1000) }]
      : [],
  );
}
