import { Failure } from '#shared/contract/failure.ts';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import { unitsOf } from '#shared/domain/iso-duration.ts';
import type { RetentionAction, RetentionRuleId } from '#shared/domain/retention.ts';
import { policyKey } from '#shared/policy/policy-in-force.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { retentionText as words } from '#shared/text/retention.ts';
import type { RetentionRule } from '#shared/retention/rule-in-force.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { overridePolicy } from '../policy/override-policy.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { rulesOf } from './bindings-of.ts';
import { ruleView } from './rule-views.ts';

interface Asked {
  rule: RetentionRuleId;
  duration?: string | null | undefined;
  grace?: string | null | undefined;
  action?: RetentionAction | undefined;
  legalReason?: string | undefined;
  reason: string;
}

export const ruleNamed = (state: EngineSession, id: RetentionRuleId): RetentionRule =>
  rulesOf(state.requireWorkspace(), state.today()).find(({ preset }) => preset.id === id)!;

/** Years that nobody keeps anything. */
const tooMany = 1000;

/** @throws Failure WRONG_USAGE for a length of nothing or of ever, and for what cannot be done of this kind of data */
function check({ preset }: RetentionRule, { duration, grace, action }: Asked): void {
  const { title } = words.rules[preset.id];
  for (const length of [duration, grace]) {
    const { months, days } = unitsOf(length ?? 'P0D');
    if (months / 12 + days / 365 > tooMany) throw new Failure('WRONG_USAGE', text.tooLong(tooMany));
  }
  if (duration !== null && duration !== undefined) {
    const { months, days } = unitsOf(duration);
    if (months + days === 0) throw new Failure('WRONG_USAGE', text.noLength);
    if (preset.policy !== null && months > 0)
      throw new Failure('WRONG_USAGE', text.inDays(title, policyKey(preset.policy.id, preset.policy.subject)));
  }
  if (action !== undefined && !preset.actions.includes(action))
    throw new Failure(
      'WRONG_USAGE',
      text.noSuchAction(
        title,
        preset.actions.map((one) => words.actions[one]),
      ),
    );
}

/**
 * Decides how long data of a kind are kept, what is done then, and by which law. A length that a policy row gives is set
 * there, so that releases and retention go by the same.
 * @throws Failure WRONG_USAGE, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function decideRetention(state: EngineSession, asked: Asked): RetentionRuleView {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'retention.decided');
  const rule = ruleNamed(state, asked.rule);
  const { policy } = rule.preset;
  const { title } = words.rules[asked.rule];
  const said = [asked.duration, asked.grace, asked.action, asked.legalReason];
  if (said.every((one) => one === undefined)) throw new Failure('WRONG_USAGE', text.nothingSaid(title));
  check(rule, asked);
  const reason = requiredReason(asked.reason, text.reasonToDecide(title));
  const days = policy === null || !asked.duration ? null : unitsOf(asked.duration).days;
  const duration = asked.duration === undefined ? (rule.decision?.duration ?? null) : asked.duration;
  const decided = {
    duration: policy === null ? duration : null,
    grace: asked.grace === undefined ? rule.grace : asked.grace,
    action: asked.action ?? rule.action,
    legalReason: asked.legalReason?.trim() ?? rule.legalReason,
    reason,
    at: state.now(),
  };
  const by = workspace.summary().operator || engineText.nobodyNamed;
  workspace.transaction(() => {
    if (policy !== null && days !== null)
      overridePolicy(state, { key: policyKey(policy.id, policy.subject), value: days, reason });
    workspace.catalog.retention.decide({ rule: asked.rule, ...decided, by });
    workspace.register.append({
      kind: 'retention.decided',
      subjectRef: asked.rule,
      payload: { rule: asked.rule, ...decided },
    });
  });
  return ruleView(ruleNamed(state, asked.rule), state.policyOn(state.today()));
}
