import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { RewriteCause } from '#shared/domain/rewrites.ts';
import { rewriteText } from '#shared/text/engine/rewrite.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { recordSuggestions } from '../classify/record-suggestions.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { prepareRewrite, type PreparedRewrite } from './prepare-rewrite.ts';
import { rewriteBorder } from './rewrite-border.ts';
import type { RewritePlan, Rewritten } from './rewrite-change.ts';

/** One at a time: two would each leave out what the other changed. */
let before: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = before.catch(() => undefined).then(work);
  before = done;
  return done;
}

function withRewrite(summary: DatasetSummary, made: Rewritten, at: string): DatasetSummary {
  const { rewrites } = summary;
  return {
    ...summary,
    rows: made.rowsAfter,
    rejectedRows: summary.rejectedRows - made.rejectedRows,
    rewrites: {
      times: (rewrites?.times ?? 0) + 1,
      lastAt: at,
      rows: (rewrites?.rows ?? 0) + made.rowsBefore - made.rowsAfter,
      cells: (rewrites?.cells ?? 0) + made.cells,
      rejectedRows: (rewrites?.rejectedRows ?? 0) + made.rejectedRows,
    },
  };
}

/** Summary, suggestions and entry of one dataset; inside the transaction of all of them. */
function enterOne(
  state: EngineSession,
  made: PreparedRewrite,
  { reason, cause }: Pick<RewriteOptions, 'reason' | 'cause'>,
): void {
  const workspace = state.requireWorkspace();
  const { datasetId, classification, rowsSealedBefore, sealed, ...told } = made;
  workspace.catalog.datasets.save(withRewrite(state.datasetRecord(datasetId).summary, made, state.now()));
  workspace.register.append({
    kind: 'dataset.rewritten',
    subjectRef: datasetId,
    payload: {
      datasetId,
      reason,
      cause,
      ...told,
      rowsSealedBefore,
      sealed,
      recordSha256: workspace.catalog.held.hashOf('dataset', datasetId),
    },
  });
  recordSuggestions(state, datasetId, classification);
}

export interface RewriteOptions {
  /** Why; it stands in the register. */
  reason: string;
  cause: RewriteCause;
  /**
   * What else is entered in the same transaction, entries of the caller's own among it. Called even where no dataset
   * changes.
   */
  enter?: (made: readonly Rewritten[]) => void;
}

/**
 * Writes the rows of datasets anew: all of them or none. Each is written and sealed beside what it is; then one
 * transaction says so in catalogue and register (`dataset.rewritten`, with the hash of every sealed file), and renames
 * put the new files in place. A process killed at any moment leaves the old or the new state: what the register does
 * not name is removed when the workspace is opened next, what it names is put in place. Old rows are gone then, with
 * their copy in the working directory, their profiles, and every session that had them open.
 *
 * People's decisions and what was suggested of the columns stay; counts of rows alone and days are taken anew.
 * @returns what was done, of the datasets in which anything changed
 * @throws Failure ROLE_REFUSED, WORKSPACE_READ_ONLY, WRONG_USAGE without a reason, COLUMN_UNKNOWN, JOB_CANCELLED,
 *   DISK_FULL; nothing is changed then
 */
export function rewriteDatasets(
  state: EngineSession,
  job: JobContext,
  plans: readonly RewritePlan[],
  { reason: given, cause, enter }: RewriteOptions,
): Promise<Rewritten[]> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'dataset.rewritten');
  const [first] = plans;
  const name = first === undefined ? '' : state.datasetRecord(first.datasetId).summary.name;
  const reason = requiredReason(given, rewriteText.reason(name));
  return inTurn(async () => {
    const prepared: PreparedRewrite[] = [];
    try {
      for (const plan of plans) {
        const made = await prepareRewrite(state, job, plan);
        if (made !== null) prepared.push(made);
      }
      if (prepared.length > 0) workspace.next.flush();
      job.commit();
      rewriteBorder.reached('prepared');
      workspace.transaction(() => {
        for (const made of prepared) enterOne(state, made, { reason, cause });
        enter?.(prepared);
      });
    } catch (error) {
      for (const { datasetId, sealed } of prepared) {
        state.refreshRecord(datasetId);
        for (const { name: own } of sealed) workspace.next.drop(own);
      }
      throw error;
    }
    await putInPlace(state, prepared);
    return prepared.map(({ classification: _1, rowsSealedBefore: _2, sealed: _3, ...made }) => made);
  });
}

/** Without a pause from the first to the last: nobody reads old rows by new records. */
async function putInPlace(state: EngineSession, prepared: readonly PreparedRewrite[]): Promise<void> {
  const workspace = state.requireWorkspace();
  rewriteBorder.reached('entered');
  const closed = prepared.map(({ datasetId }) => state.forgetDataset(datasetId));
  for (const { sealed } of prepared)
    for (const { name } of sealed) {
      workspace.next.promote(name);
      rewriteBorder.reached('file-promoted');
    }
  await Promise.all(closed);
  rewriteBorder.reached('over');
}
