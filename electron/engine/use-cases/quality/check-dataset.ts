import { createHash } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import { qualityRules, type QualityCheck, type QualityResult, type QualityRun } from '#shared/domain/quality.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { qualityEngineText as text } from '#shared/text/engine/quality.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { filled } from '#engine/profile/column-values.ts';
import { runChecks } from '#engine/quality/run-checks.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { requireEnterable } from '../require-enterable.ts';
import { checkAgain, qualityInLog, type QualityInLog } from './quality-in-log.ts';
import { datasetName } from './quality-of.ts';
import { rhythmOf } from './rhythm-of.ts';
import { runOf } from './run-of.ts';
import { limitsOn, termsOf, type Terms } from './terms-of.ts';

type Payload = EntryPayload<'quality.checked'>;

/** What is proposed, and what was run before on it or its edition before, so that nothing drops out unseen. */
function checksOf(state: EngineSession, proposed: readonly QualityCheck[], log: QualityInLog): QualityCheck[] {
  const limitOf = limitsOn(state, state.today());
  const known = new Set(proposed.map(({ id }) => id));
  const before = (log.all.at(-1)?.payload.checks ?? []).map((check) =>
    checkAgain(check, limitOf(qualityRules[check.rule]), datasetName(state)),
  );
  return [...proposed, ...before.filter(({ id }) => !known.has(id))];
}

/** The values of a key that is referred to; null where its dataset, or the column, is not there any more. */
async function referredValues(state: EngineSession, { refers }: QualityCheck): Promise<string[] | null> {
  const { catalog } = state.requireWorkspace();
  if (refers === undefined || catalog.datasets.get(refers.datasetId) === null) return null;
  return withDataset(state, refers.datasetId, async ({ duck, relation, columns }) => {
    const column = columns.find(({ name }) => name === refers.column);
    if (column === undefined) return null;
    const value = filled(quoteIdentifier(column.physical));
    const [values = []] = await duck.texts(`SELECT DISTINCT ${value} FROM ${relation} WHERE ${value} IS NOT NULL`);
    return values as string[];
  });
}

/** Runs checks of a table as a job. @throws Failure WRONG_USAGE where nothing can be checked, JOB_CANCELLED */
export function checkTable(
  state: EngineSession,
  table: Pick<TableInHand, 'duck' | 'relation' | 'rows' | 'fileName'>,
  { columns, checks }: { columns: Terms['columns']; checks: readonly QualityCheck[] },
  job: JobContext,
): Promise<QualityResult[]> {
  if (checks.length === 0 || table.rows === 0) throw new Failure('WRONG_USAGE', text.nothingToCheck(table.fileName));
  return runChecks({
    duck: table.duck,
    relation: table.relation,
    columns,
    checks,
    day: state.today(),
    signal: job.signal,
    referred: (check) => referredValues(state, check),
    onProgress: (done, total) => job.progress({ phase: text.checking, done, total, unit: 'columns' }),
  });
}

function entered(result: QualityResult): Payload['checks'][number] {
  const { rule, columns, type, low, high, days, refers, limit, state, notDone, rows, failures, oldest, newest } =
    result;
  return {
    rule,
    columns,
    type,
    ...(low === undefined ? {} : { low: String(low) }),
    ...(high === undefined ? {} : { high: String(high) }),
    ...(days === undefined ? {} : { days }),
    ...(refers === undefined ? {} : { refers: { datasetId: refers.datasetId, column: refers.column } }),
    limit: String(limit),
    state,
    ...(notDone === undefined ? {} : { notDone }),
    rows,
    failures,
    ...(oldest === undefined ? {} : { oldest, newest: newest ?? null }),
  };
}

function enter(state: EngineSession, table: DatasetInHand, results: readonly QualityResult[]): number {
  return state.requireWorkspace().register.append({
    kind: 'quality.checked',
    subjectRef: table.datasetId,
    payload: {
      datasetId: table.datasetId,
      sourceSha256: table.sha256,
      rows: table.rows,
      day: state.today(),
      checks: results.map(entered),
      resultsSha256: createHash('sha256').update(JSON.stringify(results)).digest('hex'),
    },
  }).seq;
}

/**
 * Checks the quality of a dataset and enters it: counts by check, and the hash of the results.
 * @throws Failure DATASET_UNKNOWN, WRONG_USAGE where nothing can be checked, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function checkDataset(
  state: EngineSession,
  job: JobContext,
  { datasetId }: { datasetId: string },
): Promise<QualityRun> {
  const workspace = state.requireWorkspace();
  const { summary } = await state.arrivedRecord(datasetId);
  requireEnterable(workspace, 'quality.checked');
  return withDataset(
    state,
    datasetId,
    async (table) => {
      const before = qualityInLog(state, datasetId);
      const day = state.today();
      const { freshDays } = rhythmOf(state, summary, before);
      const { columns, proposed } = await termsOf(state, table, { day, freshDays });
      const checks = checksOf(state, proposed, before);
      const results = await checkTable(state, { ...table, fileName: summary.name }, { columns, checks }, job);
      job.commit();
      const run = { entry: enter(state, table, results), at: state.now(), day, rows: table.rows };
      return runOf(run, results, qualityInLog(state, datasetId), day);
    },
    { interrupt: job.signal },
  );
}
