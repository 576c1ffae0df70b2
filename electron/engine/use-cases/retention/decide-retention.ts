import { Failure } from '#shared/contract/failure.ts';
import type { RetentionRuleView } from '#shared/contract/retention.ts';
import { unitsOf } from '#shared/domain/iso-duration.ts';
import type { RetentionAction, RetentionRuleId } from '#shared/domain/retention.ts';
import { policyKey } from '#shared/policy/policy-in-force.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import { retentionText as words, titleOfRule } from '#shared/text/retention.ts';
import type { RetentionRule } from '#shared/retention/rule-in-force.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { overridePolicy } from '../policy/override-policy.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { rulesOf } from './bindings-of.ts';
import { checkLengths } from './check-lengths.ts';
import { defineRetention } from './define-retention.ts';
import { ruleView } from './rule-views.ts';

interface Asked {
  rule: RetentionRuleId;
  duration?: string | null | undefined;
  grace?: string | null | undefined;
  action?: RetentionAction | undefined;
  legalReason?: string | undefined;
  reason: string;
}

/** @throws Failure WRONG_USAGE where no rule is called so, or it was removed */
export function ruleNamed(state: EngineSession, id: RetentionRuleId): RetentionRule {
  const found = rulesOf(state.requireWorkspace(), state.today()).find(({ preset }) => preset.id === id);
  if (found === undefined) throw new Failure('WRONG_USAGE', text.noRule(id));
  return found;
}

/** @throws Failure WRONG_USAGE for a length that cannot be, and for what cannot be done of this kind of data */
function check(rule: RetentionRule, { duration, grace, action }: Asked): void {
  const { preset } = rule;
  checkLengths({ duration, grace });
  if (preset.policy !== null && unitsOf(duration ?? 'P0D').months > 0)
    throw new Failure(
      'WRONG_USAGE',
      text.inDays(titleOfRule(rule), policyKey(preset.policy.id, preset.policy.subject)),
    );
  if (action !== undefined && !preset.actions.includes(action))
    throw new Failure(
      'WRONG_USAGE',
      text.noSuchAction(
        titleOfRule(rule),
        preset.actions.map((one) => words.actions[one]),
      ),
    );
}

/** What was said of a rule of one's own, in the place of what it says; its length cannot be taken away. */
const statedOf = ({ duration, grace, action, legalReason }: Asked) => ({
  ...(duration === undefined || duration === null ? {} : { duration }),
  ...(grace === undefined ? {} : { grace }),
  ...(action === undefined ? {} : { action }),
  ...(legalReason === undefined ? {} : { legalReason }),
});

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
  const title = titleOfRule(rule);
  const said = [asked.duration, asked.grace, asked.action, asked.legalReason];
  if (said.every((one) => one === undefined)) throw new Failure('WRONG_USAGE', text.nothingSaid(title));
  check(rule, asked);
  if (rule.own !== null) return defineRetention(state, { ...rule.own, ...statedOf(asked), reason: asked.reason });
  const reason = requiredReason(asked.reason, text.reasonToDecide(title));
  const days = policy === null || !asked.duration ? null : unitsOf(asked.duration).days;
  const duration = asked.duration === undefined ? rule.duration : asked.duration;
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
