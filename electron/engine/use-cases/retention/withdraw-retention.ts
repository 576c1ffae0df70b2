import { Failure } from '#shared/contract/failure.ts';
import type { OwnRuleId } from '#shared/domain/retention.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';

/**
 * Takes a rule of one's own away, with what was chosen of it for datasets; what it ended stays ended.
 * @throws Failure WRONG_USAGE where there is none, or a hold names it; ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function withdrawRetention(
  state: EngineSession,
  asked: { rule: OwnRuleId; reason: string },
): { registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'retention.rule-removed');
  const { retention } = workspace.catalog;
  const own = retention.own().find(({ rule }) => rule === asked.rule);
  if (own === undefined) throw new Failure('WRONG_USAGE', text.noRule(asked.rule));
  const { rule, title } = own;
  const held = retention.holds().find((hold) => hold.rule === rule);
  if (held !== undefined) throw new Failure('WRONG_USAGE', text.ruleHeld(title, held.citation));
  const reason = requiredReason(asked.reason, text.reasonToWithdraw(title));
  return workspace.transaction(() => {
    retention.withdraw(rule);
    const payload = { rule, title, reason };
    const { seq } = workspace.register.append({ kind: 'retention.rule-removed', subjectRef: rule, payload });
    return { registerEntry: seq };
  });
}
