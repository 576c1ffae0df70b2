import type { NoOverride } from '#shared/text/guardrails/overrides.ts';

/** Who may release in spite of a block: an approver with a reason, or nobody, and why (decision 0035). */
export type BlockRight = 'approver' | NoOverride;
