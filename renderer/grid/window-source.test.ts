import type { GridApi } from 'ag-grid-community';
import { expect, it } from 'vitest';
import { createWindowSource, readFilter, type WindowQuery, type WindowRow } from './window-source.ts';

/** A grid of which only what the source asks for exists: which columns and rows are in sight. */
function wideGrid(columns: number) {
  const names = Array.from({ length: columns }, (_, at) => `column ${at + 1}`);
  const placeOf = new Map(names.map((_, at) => [`c${at + 1}`, at]));
  const sight = { columns: [0, 1], rows: [0, 9] as [number, number] };
  let rows: WindowRow[] = [];
  const asked: WindowQuery[] = [];
  const api = {
    isDestroyed: () => false,
    getAllDisplayedVirtualColumns: () => sight.columns.map((at) => ({ getColId: () => `c${at + 1}` })),
    getFirstDisplayedRowIndex: () => sight.rows[0],
    getLastDisplayedRowIndex: () => sight.rows[1],
    getDisplayedRowAtIndex: (at: number) => ({ data: rows[at] }),
    refreshCells: () => {},
  } as unknown as GridApi<WindowRow>;
  const source = createWindowSource({
    names,
    placeOf,
    getApi: () => api,
    onTotal: () => {},
    onFailure: (error) => {
      throw error;
    },
    read: async (query) => {
      asked.push(query);
      return {
        total: 1000,
        rows: Array.from({ length: query.limit }, (_, at) => ({
          row: query.offset + at,
          cells: query.columns.map((name) => ({ text: `${name} of ${query.offset + at}`, masked: false })),
        })),
      };
    },
  });
  const open = () =>
    new Promise<void>((done, fail) =>
      source.getRows({
        startRow: 0,
        endRow: 100,
        sortModel: [],
        filterModel: null,
        context: undefined,
        successCallback: (block: WindowRow[]) => {
          rows = block;
          done();
        },
        failCallback: fail,
      } as never),
    );
  return { source, sight, asked, open, cell: (row: number, column: number) => rows[row]!.cells[column]?.text };
}

it('reads only the columns in sight and catches up when others scroll into it', async () => {
  const { source, sight, asked, open, cell } = wideGrid(5000);
  await open();
  expect(asked.map((query) => query.columns.length)).toEqual([100]);
  expect([cell(3, 1), cell(3, 4200)]).toEqual(['column 2 of 3', undefined]);
  sight.columns = [4199, 4200];
  await source.fill();
  expect(cell(3, 4200)).toBe('column 4201 of 3');
  const before = asked.length;
  await source.fill();
  expect(asked.length).toBe(before);
});

it('tells how many rows there are of the filter of now, whatever is answered after it', async () => {
  const answers: ((total: number) => void)[] = [];
  const told: number[] = [];
  const source = createWindowSource({
    names: ['city'],
    placeOf: new Map([['c1', 0]]),
    getApi: () => null,
    onTotal: (total) => told.push(total),
    onFailure: (error) => {
      throw error;
    },
    read: () => new Promise((done) => answers.push((total) => done({ total, rows: [] }))),
  });
  const ask = (filterModel: unknown) =>
    new Promise((done) =>
      source.getRows({ startRow: 0, endRow: 100, sortModel: [], filterModel, successCallback: done } as never),
    );
  const all = ask(null);
  const few = ask({ c1: { type: 'equals', filter: 'Athens' } });
  answers[1]!(3);
  await few;
  answers[0]!(1000);
  await all;
  expect(told).toEqual([3]);
});

it('turns filters into terms and leaves out what the engine does not know', () => {
  expect(
    readFilter(
      { c1: { type: 'contains', filter: 'x' }, c2: { type: 'blank' }, c3: { type: 'inRange', filter: '1' } },
      (id) => `name of ${id}`,
    ),
  ).toEqual([
    { column: 'name of c1', op: 'contains', value: 'x' },
    { column: 'name of c2', op: 'blank', value: '' },
  ]);
});
