import type { whyNoOverride } from '#shared/text/guardrails/overrides.ts';

/** Why nobody may override a block (decision 0035). */
export type NoOverride = keyof typeof whyNoOverride;

/** Who may release in spite of a block: an approver with a reason, or nobody, and why. */
export type BlockRight = 'approver' | NoOverride;
