import type { RetentionAction, RetentionDecision } from '#shared/domain/retention.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { retentionPresets, type RetentionPreset } from './presets.ts';

/** What holds of a kind of data: a workspace's decision before the proposal. */
export interface RetentionRule {
  preset: RetentionPreset;
  /** ISO 8601; null where nobody has decided. */
  duration: string | null;
  grace: string | null;
  action: RetentionAction;
  /** What the workspace names as the reason of the length; empty: that of the proposal. */
  legalReason: string;
  decision: RetentionDecision | null;
}

/** The rules on a day. @param policy in force on that day */
export const rulesInForce = (decisions: readonly RetentionDecision[], policy: PolicyInForce): RetentionRule[] =>
  retentionPresets.map((preset) => {
    const decision = decisions.find(({ rule }) => rule === preset.id) ?? null;
    const days = preset.policy === null ? null : policy.value(preset.policy.id, preset.policy.subject);
    return {
      preset,
      duration: days === null ? (decision?.duration ?? null) : `P${days}D`,
      grace: decision?.grace ?? null,
      action: decision?.action ?? preset.action,
      legalReason: decision?.legalReason ?? '',
      decision,
    };
  });
