import type { GuardReason, GuardState, GuardVerdict } from '#shared/domain/guardrail.ts';
import type { FactId } from '#shared/facts/index.ts';
import type { ReasonOf, ReasonTexts } from '#shared/domain/reason.ts';
import type { BlockRight } from './block-right.ts';
import type { GuardInput, GuardView } from './guard-input.ts';

/** What a guardrail finds. It says why by a code; the sentence is somebody else's choice. */
export interface Judgement<Reason = GuardReason> {
  verdict: GuardVerdict;
  /** Where it is not the one that the verdict stands for. */
  state?: GuardState;
  /** The columns that the answer is about. */
  columns: string[];
  reason: Reason;
}

/** A worked case: shown in help, run as a test. Every code has one. */
export interface GuardExample<Code extends string = string> {
  name: string;
  input: GuardInput;
  verdict: GuardVerdict;
  /** Where it is not the one that the verdict stands for. */
  state?: GuardState;
  code: Code;
}

/** One control of GDPR Art. 5 (G1–G7) or one ethics rule (E1–E9). */
export interface Guardrail<Id extends string = string, Needs extends FactId = FactId> {
  id: Id;
  title: string;
  /** The rule's source: article, guideline or product policy. */
  source: string;
  /** Facts about the rows that it asks for; a fact that no guardrail needs is not counted. */
  needs: readonly Needs[];
  reasons: ReasonTexts;
  /** Of each reason that blocks, who may release all the same (decision 0035); none: it never blocks. */
  blocks: Readonly<Record<string, BlockRight | undefined>>;
  judge(view: GuardView<Needs>): Judgement;
  examples: readonly GuardExample[];
}

/**
 * A guardrail as it is written in its file. Its id is kept as a literal, so that the list gives the union of ids; it
 * gives only reasons that have their sentences, with the values that those take, and sees only facts that it names.
 */
export const guardrail = <const Id extends string, Texts extends ReasonTexts, const Needs extends FactId = never>(
  rule: Omit<Guardrail<Id, Needs>, 'reasons' | 'blocks' | 'judge' | 'examples'> & {
    reasons: Texts;
    blocks: Readonly<Partial<Record<keyof Texts & string, BlockRight>>>;
    judge(view: GuardView<Needs>): Judgement<ReasonOf<Texts> & GuardReason>;
    examples: readonly GuardExample<keyof Texts & string>[];
  },
): Guardrail<Id, Needs> => rule;

export const pass = <Reason>(reason: Reason): Judgement<Reason> => ({ verdict: 'pass', columns: [], reason });

/** Nothing was there to look at: neither passed nor missed. */
export const doesNotApply = <Reason>(reason: Reason): Judgement<Reason> => ({
  ...pass(reason),
  state: 'does-not-apply',
});

/** Nobody stated what the check needs to know. */
export const notStated = <Reason>(reason: Reason): Judgement<Reason> => ({
  verdict: 'warn',
  state: 'not-stated',
  columns: [],
  reason,
});

export const warn = <Reason>(columns: string[], reason: Reason): Judgement<Reason> => ({
  verdict: 'warn',
  columns,
  reason,
});

export const block = <Reason>(columns: string[], reason: Reason): Judgement<Reason> => ({
  verdict: 'block',
  columns,
  reason,
});
