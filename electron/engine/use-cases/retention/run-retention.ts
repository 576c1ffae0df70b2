import { Failure } from '#shared/contract/failure.ts';
import type { RetentionBound, RetentionRan } from '#shared/contract/retention.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { rewriteDatasets } from '../rewrite/rewrite-datasets.ts';
import type { Rewritten } from '../rewrite/rewrite-change.ts';
import { checkedDay } from './check-day.ts';
import { changeOf, tableOf } from './change-of.ts';
import { enterRan, enterRehearsed, type Ran } from './enter-run.ts';
import { lookAtDatasets, type LookedAt } from './look-at-datasets.ts';
import { lineOf } from './retention-timeline.ts';
import { whatRemains } from './what-remains.ts';

interface Asked {
  dryRun: boolean;
  today?: string | undefined;
  only?: readonly RetentionBound[] | undefined;
  expect?: number | undefined;
}

const keyOf = (datasetId: string, rule: string, column: string): string => JSON.stringify([datasetId, rule, column]);

/** Of what was looked at that which was asked for; everything where nothing was said. */
function chosen(datasets: readonly LookedAt[], only: Asked['only']): LookedAt[] {
  if (only === undefined) return [...datasets];
  const wanted = new Set(only.map(({ datasetId, rule, column }) => keyOf(datasetId, rule, column)));
  return datasets.flatMap((one) => {
    const found = one.found.filter(({ expiry: { binding } }) =>
      wanted.has(keyOf(one.id, binding.rule.preset.id, binding.column)),
    );
    return found.length === 0 ? [] : [{ ...one, found }];
  });
}

/** A rule's numbers on a dataset, without what ends when: what was done by it, or would be. */
function ranLine(dataset: LookedAt, found: LookedAt['found'][number], done: boolean): RetentionRan['lines'][number] {
  const { months: _1, later: _2, told: _3, ...line } = lineOf(dataset, found, []);
  return { ...line, acted: done && line.action !== 'review' ? line.over - line.held : 0 };
}

/** A duty stays open while something is over that neither was done nor is held, and while somebody has to decide. */
const isOpen = ({ over, held, acted, undated, duration }: RetentionRan['lines'][number]): boolean =>
  over > held + acted || undated > 0 || duration === null;

async function act(
  state: EngineSession,
  job: JobContext,
  datasets: readonly LookedAt[],
  { today, enter }: { today: string; enter: (made: readonly Rewritten[]) => void },
): Promise<void> {
  const plans = datasets.flatMap((dataset) => {
    const change = changeOf(dataset);
    return change === null ? [] : [{ datasetId: dataset.id, change: tableOf(state, dataset, change) }];
  });
  await rewriteDatasets(state, job, plans, { reason: text.reason(today), enter });
}

/**
 * Does what is due where a period is over: rows go, cells are emptied, nothing that a hold keeps. All datasets or none,
 * with an entry for each that has the numbers and the hashes before and after. A dry run counts the same and changes
 * nothing. Copies that it does not reach are named.
 * @throws Failure WRONG_USAGE, TARGET_MISSED where other rows are over than were shown, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY, JOB_CANCELLED, DISK_FULL; nothing is changed then
 */
export async function runRetention(state: EngineSession, job: JobContext, asked: Asked): Promise<RetentionRan> {
  const workspace = state.requireWorkspace();
  const { dryRun, only } = asked;
  if (!dryRun) requireEnterable(workspace, 'retention.ran');
  const today = checkedDay(state, { today: asked.today, dryRun });
  const ids = only === undefined ? undefined : new Set(only.map(({ datasetId }) => datasetId));
  const looked = await lookAtDatasets(state, job, { today, withRows: !dryRun, only: ids });
  const datasets = chosen(looked.datasets, only);
  const ran: Ran[] = datasets.map((dataset) => ({
    dataset,
    lines: dataset.found.map((found) => ranLine(dataset, found, !dryRun)),
  }));
  const lines = ran.flatMap((one) => one.lines);
  const over = lines.reduce((sum, line) => sum + line.over - line.held, 0);
  if (!dryRun && asked.expect !== undefined && asked.expect !== over)
    throw new Failure('TARGET_MISSED', text.others(over, asked.expect));
  let entered: RetentionRan['datasets'] = [];
  if (dryRun) entered = enterRehearsed(workspace, ran, today);
  else
    await act(state, job, datasets, { today, enter: (made) => void (entered = enterRan(workspace, ran, today, made)) });
  return {
    today,
    dryRun,
    lines,
    datasets: entered,
    open: lines.filter(isOpen).length,
    remains: dryRun ? [] : whatRemains(workspace, lines),
    notRead: looked.notRead,
  };
}
