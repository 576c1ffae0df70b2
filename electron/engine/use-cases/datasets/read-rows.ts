import { Failure } from '#shared/contract/failure.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { ReadPage } from '#engine/session/arrivals.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { WindowRequest } from '#engine/tables/read-window.ts';
import { shownCell } from './shown-cell.ts';

type Page = WindowRequest & { datasetId: string } & Required<Pick<WindowRequest, 'within'>>;

/** A page of a dataset whose columns nobody knows yet: every value in it masked; null where its import ended. */
async function readArrival({ summary, read }: { summary: DatasetSummary; read: ReadPage }, page: Page) {
  const { columns, offset, limit } = page;
  for (const name of columns)
    if (!summary.columns.some((column) => column.name === name))
      throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(summary.name, name));
  const found = await read({ columns, offset, limit });
  if (found === null) return null;
  const { total, rows } = found;
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
  if (arrival && page.sort.length + page.filter.length + page.within.length === 0) {
    const found = await readArrival(arrival, page);
    if (found !== null) return found;
  }
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
