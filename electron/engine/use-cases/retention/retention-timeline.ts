import type { RetentionLine, RetentionTimeline } from '#shared/contract/retention.ts';
import { titleOfRule } from '#shared/text/retention.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { rulesOf } from './bindings-of.ts';
import { checkedDay } from './check-day.ts';
import { lookAtDatasets, type LookedAt } from './look-at-datasets.ts';
import { holdView, ruleView, stateOf, toldOf } from './rule-views.ts';
import { unusedColumns } from './unused-columns.ts';

/** Months that the timeline shows, the one under way included. */
const shown = 6;

/** YYYY-MM of a day and of the months after it. */
function monthsFrom(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: shown }, (_, at) =>
    new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7),
  );
}

/** One rule on one dataset, as it is shown and handed out. */
export function lineOf(
  { id: datasetId, name: dataset }: LookedAt,
  { expiry, holds, held }: LookedAt['found'][number],
  months: readonly string[],
): RetentionLine {
  const { binding, ends, over, undated } = expiry;
  const { preset, duration, grace, action } = binding.rule;
  const last = months.at(-1) ?? '';
  return {
    datasetId,
    rule: preset.id,
    column: binding.column,
    dataset,
    title: titleOfRule(binding.rule),
    duration,
    grace,
    action,
    state: stateOf({ over, held, undated, duration }),
    total: expiry.total,
    over,
    months: months.map((month) => ends.find((one) => one.month === month)?.ends ?? 0),
    later: ends.reduce((sum, one) => sum + (one.month > last ? one.ends : 0), 0),
    undated,
    undatedKept: expiry.undatedKept,
    undatedRows: expiry.undatedRows,
    held,
    holds: holds.map(({ citation, until }) => ({ citation, until })),
    starts: [...binding.starts],
    told: toldOf(binding),
  };
}

/**
 * What expires when, of every dataset: counts, no value. Nothing is entered and nothing changed.
 * @throws Failure WORKSPACE_NONE, WRONG_USAGE, JOB_CANCELLED
 */
export async function retentionTimeline(
  state: EngineSession,
  job: JobContext,
  { today: asked }: { today?: string | undefined },
): Promise<RetentionTimeline> {
  const workspace = state.requireWorkspace();
  const today = checkedDay(state, { today: asked, dryRun: true });
  const months = monthsFrom(today);
  const { datasets, unbound, notRead } = await lookAtDatasets(state, job, { today, withRows: false });
  return {
    today,
    months,
    lines: datasets.flatMap((one) => one.found.map((found) => lineOf(one, found, months))),
    rules: rulesOf(workspace, today).map((rule) => ruleView(rule, state.policyOn(today))),
    holds: workspace.catalog.retention.holds().map((hold) => holdView(workspace, hold, today)),
    unbound,
    notRead,
    unused: await unusedColumns(state, today),
  };
}
