import type { RetentionRuleView } from '#shared/contract/retention.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { rulesOf } from './bindings-of.ts';
import { checkedDay } from './check-day.ts';
import { ruleView } from './rule-views.ts';

/** The rules of the open workspace on a day. @throws Failure WORKSPACE_NONE, WRONG_USAGE */
export function listRetentionRules(
  state: EngineSession,
  { today }: { today?: string | undefined },
): RetentionRuleView[] {
  const day = checkedDay(state, { today, dryRun: true });
  return rulesOf(state.requireWorkspace(), day).map((rule) => ruleView(rule, state.policyOn(day)));
}
