import { stateOf, type GuardState } from '#shared/domain/guardrail.ts';
import { e1 } from './e1-granular-tracking.ts';
import { e2 } from './e2-consent.ts';
import { e3 } from './e3-plain-identifiers.ts';
import { e4 } from './e4-origin-and-belief.ts';
import { e5 } from './e5-clinical-data.ts';
import { e6 } from './e6-bias.ts';
import { e7 } from './e7-minors.ts';
import { e8 } from './e8-time-to-keep.ts';
import { e9 } from './e9-customer-benefit.ts';
import { g1 } from './g1-lawfulness.ts';
import { g2 } from './g2-purpose-limitation.ts';
import { g3 } from './g3-data-minimisation.ts';
import { g4 } from './g4-accuracy.ts';
import { g5 } from './g5-storage-limitation.ts';
import { g6 } from './g6-confidentiality.ts';
import { g7 } from './g7-accountability.ts';
import { factIds, type FactAnswers, type FactId } from '#shared/facts/index.ts';
import type { NoOverride } from '#shared/text/guardrails/overrides.ts';
import type { GuardInput } from './guard-input.ts';
import type { Guardrail, Judgement } from './guardrail.ts';

/** The one list of guardrails, in the order in which they are shown. */
const all = [g1, g2, g3, g4, g5, g6, g7, e1, e2, e3, e4, e5, e6, e7, e8, e9] as const;

export type GuardrailId = (typeof all)[number]['id'];

export const guardrails: readonly Guardrail<GuardrailId>[] = all;

/**
 * Why nobody may override a guardrail's block: for one of its reasons, or for all that it has.
 * @returns nothing where an approver may
 */
export const whyNobodyMay = (id: string, code?: string): NoOverride[] => {
  const blocks = guardrails.find((guardrail) => guardrail.id === id)?.blocks ?? {};
  const rights = code === undefined ? Object.values(blocks) : [blocks[code]];
  // A block that nothing is said of is not for anybody to override.
  return rights.flatMap((right) => (right === 'approver' ? [] : [right ?? 'not-known']));
};

/** The facts that some guardrail asks for: nobody has to count any other. */
export const neededFacts: readonly FactId[] = factIds.filter((id) =>
  guardrails.some(({ needs }) => needs.includes(id)),
);

/** A guardrail's answer about one release, without words. */
export interface GuardJudgement extends Judgement {
  id: GuardrailId;
  state: GuardState;
}

/** Every guardrail's answer about one release. Each is shown the facts that it names, and no other. */
export const judgeRelease = (input: GuardInput): GuardJudgement[] =>
  guardrails.map((guardrail) => {
    const facts = Object.fromEntries(guardrail.needs.map((id) => [id, input.facts[id]])) as FactAnswers;
    const answer = guardrail.judge({ ...input, facts });
    return { id: guardrail.id, ...answer, state: stateOf(answer) };
  });
