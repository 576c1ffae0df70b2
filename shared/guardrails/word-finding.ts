import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReasonWords } from '#shared/text/guardrails/words.ts';
import { nobodyMay } from '#shared/text/guardrails/overrides.ts';
import { guardrails, whyNobodyMay, type GuardJudgement, type GuardrailId } from './index.ts';

const byId = new Map(guardrails.map((guardrail) => [guardrail.id, guardrail]));

/**
 * An answer with its sentences, chosen by the code of its reason. The words go with the code wherever an answer is kept,
 * since a signed page must read without the program; one that was kept with words alone stays as it is.
 */
export function wordGuardFinding({ id, verdict, state, columns, reason }: GuardJudgement): GuardFinding {
  const { reasons } = byId.get(id)!;
  // Which values a reason's sentences take was held against the reason where the guardrail is written.
  const say = reasons[reason.code] as (said: object) => ReasonWords;
  const worded = { id, verdict, state, columns, ...say({ ...reason.values, columns }), reason };
  if (verdict !== 'block') return worded;
  const why = whyNobodyMay(id, reason.code);
  return why.length === 0
    ? { ...worded, overridable: true, overridableBy: 'approver' }
    : { ...worded, overridable: false, whyNotOverridable: nobodyMay(why) };
}

/** Whether an answer that was kept is of a guardrail and for a reason that this program has words for. */
export const hasWords = <Kept extends { id: string; reason: { code: string } }>(
  kept: Kept,
): kept is Kept & { id: GuardrailId } =>
  guardrails.some(({ id, reasons }) => id === kept.id && Object.hasOwn(reasons, kept.reason.code));
