import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReasonWords } from '#shared/text/guardrails/words.ts';
import { guardrails, type GuardJudgement } from './index.ts';

const reasonsById = new Map(guardrails.map(({ id, reasons }) => [id, reasons]));

/**
 * An answer with its sentences, chosen by the code of its reason. The words go with the code wherever an answer is kept,
 * since a signed page must read without the program; one that was kept with words alone stays as it is.
 */
export function wordGuardFinding({ id, verdict, state, columns, reason }: GuardJudgement): GuardFinding {
  // Which values a reason's sentences take was held against the reason where the guardrail is written.
  const say = reasonsById.get(id)![reason.code] as (said: object) => ReasonWords;
  return { id, verdict, state, columns, ...say({ ...reason.values, columns }), reason };
}
