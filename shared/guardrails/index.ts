import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Guardrail, GuardInput } from './guard-input.ts';

/** The one list of guardrails, in the order in which they are shown. */
export const guardrails: readonly Guardrail[] = [];

/** Every guardrail's answer about one release. */
export const judgeRelease = (input: GuardInput): GuardFinding[] => guardrails.map((guardrail) => ({ id: guardrail.id, ...guardrail.judge(input) }));
