import { Failure } from '#shared/contract/failure.ts';
import type { RetentionBound } from '#shared/contract/retention.ts';
import type { UndatedDecision } from '#shared/domain/retention.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { titleOfRule } from '#shared/text/retention.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { ruleNamed } from './decide-retention.ts';

interface Asked extends RetentionBound {
  applies?: boolean | undefined;
  starts?: string[] | null | undefined;
  undated?: UndatedDecision | null | undefined;
  reason: string;
}

/** @returns what the rule is called @throws Failure WRONG_USAGE for a column that the rule is not about, or that is not there, or a day that is over */
function check(state: EngineSession, { datasetId, rule, column, starts, undated }: Asked): string {
  const { summary } = state.datasetRecord(datasetId);
  const named = ruleNamed(state, rule);
  const title = titleOfRule(named);
  const { about } = named.preset;
  const names = summary.columns.map(({ name }) => name);
  if (about === 'cells' ? !names.includes(column) : column !== '')
    throw new Failure('WRONG_USAGE', text.notBound(title, summary.name));
  const unknown = (starts ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Failure('WRONG_USAGE', text.noColumns(unknown, summary.name));
  if (undated?.as === 'kept' && undated.until < state.today())
    throw new Failure('WRONG_USAGE', text.undatedOver(undated.until, state.today()));
  return title;
}

/**
 * Decides how a rule is bound to a dataset: whether at all, from which columns it counts, what becomes of rows that have
 * no date. What is not said stays.
 * @throws Failure WRONG_USAGE, DATASET_UNKNOWN, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function bindRetention(state: EngineSession, asked: Asked): { registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'retention.bound');
  const title = check(state, asked);
  const { datasetId, rule, column, applies, starts, undated } = asked;
  const reason = requiredReason(asked.reason, text.reasonToBind(title));
  const before = workspace.catalog.retention
    .choices()
    .find((one) => one.datasetId === datasetId && one.rule === rule && one.column === column);
  const choice = {
    datasetId,
    rule,
    column,
    applies: applies ?? before?.applies ?? true,
    starts: starts === undefined ? (before?.starts ?? null) : starts !== null && starts.length > 0 ? starts : null,
    undated: undated === undefined ? (before?.undated ?? null) : undated,
    reason,
    at: state.now(),
  };
  const by = workspace.summary().operator || engineText.nobodyNamed;
  return workspace.transaction(() => {
    workspace.catalog.retention.choose({ ...choice, by });
    const { seq } = workspace.register.append({ kind: 'retention.bound', subjectRef: datasetId, payload: choice });
    return { registerEntry: seq };
  });
}
