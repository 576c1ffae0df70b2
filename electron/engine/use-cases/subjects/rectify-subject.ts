import { Failure } from '#shared/contract/failure.ts';
import type { SubjectRectified } from '#shared/contract/subjects.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { rectifyText } from '#shared/text/engine/rectify.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import { isMadeOf, mayHoldPeople, releasedFiles } from '../releases/released-files.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { rewriteDatasets } from '../rewrite/rewrite-datasets.ts';
import { identifiersOf } from './erase/identifiers.ts';
import { whoseRows } from './erase/whose-rows.ts';
import { searchWorkspace, type Searched } from './search-workspace.ts';

interface Asked {
  values: readonly string[];
  datasetId: string;
  column: string;
  /** What stands there now, where records of theirs differ in it. */
  from?: string | undefined;
  /** What is right; null: nothing is known. */
  to: string | null;
  reason: string;
}

/** What the records hold in the column, by their numbers; an empty cell is the empty text. */
async function cellsOf({ duck, relation, session }: DatasetInHand, column: string, rows: readonly number[]) {
  const cell = quoteIdentifier(session.column(column).physical);
  const [numbers = [], cells = []] = await duck.texts(
    `SELECT CAST(rowid AS VARCHAR), ${cell} FROM ${relation} WHERE rowid IN (${rows.join(', ')}) ORDER BY rowid`,
  );
  return numbers.map((row, at) => ({ row: Number(row), cell: cells[at] ?? null }));
}

const sameText = (one: string | null, other: string): boolean => (one ?? '').trim() === other.trim();

/** The rows to be put right. @throws Failure TARGET_MISSED, WRONG_USAGE where the records differ and nobody said which */
async function rowsToMend(
  state: EngineSession,
  job: JobContext,
  searched: Searched,
  { datasetId, column, from }: Asked,
): Promise<{ row: number; cell: string | null }[]> {
  const identifiers = await identifiersOf(state, searched, []);
  const found = searched.cells.get(datasetId) ?? [];
  return withDataset(
    state,
    datasetId,
    async (table) => {
      const { name } = table.session.record.summary;
      table.session.column(column);
      const { rows } = found.length === 0 ? { rows: [] } : await whoseRows(table, found, identifiers);
      if (rows.length === 0) throw new Failure('TARGET_MISSED', rectifyText.nobody(name));
      const cells = await cellsOf(table, column, rows);
      if (from !== undefined) {
        const meant = cells.filter(({ cell }) => sameText(cell, from));
        if (meant.length === 0) throw new Failure('TARGET_MISSED', rectifyText.notThere(name, column));
        return meant;
      }
      const { size: kinds } = new Set(cells.map(({ cell }) => cell));
      if (kinds > 1) throw new Failure('WRONG_USAGE', rectifyText.differ(kinds, name, column));
      return cells;
    },
    { interrupt: job.signal },
  );
}

/** Files that went out of this dataset, not anonymised: whoever has them is to be told (GDPR Art. 19). */
function handedOver({ search: { workspace } }: Searched, datasetId: string): SubjectRectified['handedOver'] {
  const ofIt = isMadeOf({ id: datasetId, sha256: workspace.catalog.datasets.get(datasetId)?.sha256 });
  return releasedFiles(workspace)
    .filter((file) => ofIt(file) && mayHoldPeople(file))
    .map(({ fileName, recipient }) => ({ fileName, recipient }));
}

/**
 * Puts right what a dataset says of one person (GDPR Art. 16), in every record of theirs.
 * @throws Failure WRONG_USAGE, TARGET_MISSED where no record is theirs, COLUMN_UNKNOWN, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY, JOB_CANCELLED
 */
export async function rectifySubject(state: EngineSession, job: JobContext, asked: Asked): Promise<SubjectRectified> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'subject.rectified');
  const reason = requiredReason(asked.reason, rectifyText.reason);
  const { datasetId, column, to } = asked;
  const { name } = (await state.arrivedRecord(datasetId)).summary;
  const searched = await searchWorkspace(state, job, asked.values, { hashAll: false });
  const rows = await rowsToMend(state, job, searched, asked);
  const cells = rows.map(({ row }) => ({ row, column, value: to }));
  const told = handedOver(searched, datasetId);
  const changed = rows.filter(({ cell }) => cell !== to).length;
  let registerEntry = 0;
  await rewriteDatasets(state, job, [{ datasetId, change: { cells } }], {
    reason,
    cause: 'rectification',
    enter: () => {
      registerEntry = workspace.register.append({
        kind: 'subject.rectified',
        subjectRef: datasetId,
        payload: { datasetId, column, rows: rows.length, cells: changed, handedOver: told.length, reason },
      }).seq;
    },
  });
  const others = searched.search.found.hits.flatMap(({ place, id, dataset }) =>
    place === 'dataset' && id !== datasetId ? [dataset] : [],
  );
  const alsoIn = [...new Set(others)];
  return { dataset: name, column, rows: rows.length, cells: changed, handedOver: told, alsoIn, registerEntry };
}
