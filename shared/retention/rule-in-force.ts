import type { OwnRetentionRule, RetentionAction, RetentionDecision } from '#shared/domain/retention.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { presetOfOwn, retentionPresets, type RetentionPreset } from './presets.ts';

/** What holds of a kind of data: a workspace's decision before the proposal, and rules of its own. */
export interface RetentionRule {
  preset: RetentionPreset;
  /** ISO 8601; null where nobody has decided. */
  duration: string | null;
  grace: string | null;
  action: RetentionAction;
  /** What the workspace names as the reason of the length; empty: that of the proposal. */
  legalReason: string;
  decision: Pick<RetentionDecision, 'by' | 'at' | 'reason'> | null;
  /** Null: it is shipped. */
  own: OwnRetentionRule | null;
}

/** The rules on a day. @param policy in force on that day */
export const rulesInForce = (
  { decisions, own }: { decisions: readonly RetentionDecision[]; own: readonly OwnRetentionRule[] },
  policy: PolicyInForce,
): RetentionRule[] => [
  ...retentionPresets.map((preset): RetentionRule => {
    const decision = decisions.find(({ rule }) => rule === preset.id) ?? null;
    const days = preset.policy === null ? null : policy.value(preset.policy.id, preset.policy.subject);
    return {
      preset,
      duration: days === null ? (decision?.duration ?? null) : `P${days}D`,
      grace: decision?.grace ?? null,
      action: decision?.action ?? preset.action,
      legalReason: decision?.legalReason ?? '',
      decision,
      own: null,
    };
  }),
  ...own.map((rule): RetentionRule => {
    const { duration, grace, action, legalReason } = rule;
    return { preset: presetOfOwn(rule), duration, grace, action, legalReason, decision: rule, own: rule };
  }),
];
