import { Failure } from '#shared/contract/failure.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import type { Arrival } from '#engine/session/arrivals.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { WindowRequest } from '#engine/tables/read-window.ts';
import { shownCell } from './shown-cell.ts';

type Page = WindowRequest & { datasetId: string } & Required<Pick<WindowRequest, 'within'>>;

/** A page of a dataset whose columns nobody knows yet: every value in it masked. */
async function readArrival({ summary, windows }: Arrival, { columns, offset, limit }: Page) {
  for (const name of columns)
    if (!summary.columns.some((column) => column.name === name))
      throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(summary.name, name));
  const { total, rows } = await windows.read({ columns, offset, limit, sort: [], filter: [] });
  return { total, rows: rows.map(({ row, cells }) => ({ row, cells: cells.map((text) => shownCell(text, true)) })) };
}

/** Whoever searches a hidden column learns of its values: the register says so, once for each search. */
function recordSearches(
  state: EngineSession,
  session: DatasetSession,
  hidden: ReadonlySet<string>,
  { datasetId, filter, within }: Page,
): void {
  const searches = [
    ...filter,
    ...within.map(({ column, of, from, to }) => ({ column, op: `${of} within`, value: `${from}…${to}` })),
  ];
  for (const { column, op } of session.newSearches(searches.filter((search) => hidden.has(search.column))))
    state.requireWorkspace().register.append({
      kind: 'value.searched',
      subjectRef: datasetId,
      payload: { datasetId, column, comparison: op },
    });
}

/** A page of a dataset in the asked order, masked where the window may not see. @throws Failure COLUMN_UNKNOWN */
export async function readRows(state: EngineSession, page: Page) {
  const arrival = state.arrivals.get(page.datasetId);
  // Whatever is known of no column is masked; order and search wait until it is.
  if (arrival && page.sort.length + page.filter.length + page.within.length === 0) return readArrival(arrival, page);
  const session = await state.dataset(page.datasetId);
  const asked = [...page.sort, ...page.filter, ...page.within].map(({ column }) => column);
  for (const name of [...page.columns, ...asked]) session.column(name);
  const hidden = session.hiddenColumns();
  recordSearches(state, session, hidden, page);
  const { total, rows } = await session.windows.read(page);
  const hides = page.columns.map((name) => hidden.has(name));
  return {
    total,
    rows: rows.map(({ row, cells }) => ({ row, cells: cells.map((text, at) => shownCell(text, hides[at]!)) })),
  };
}
