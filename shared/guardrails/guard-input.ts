import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding, GuardState, GuardVerdict } from '#shared/domain/guardrail.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { FactAnswers, FactId } from '#shared/facts/index.ts';
import type { Treatment } from '#shared/recipe/operation.ts';

/** One column of the output and the source columns it comes from. */
export interface GuardOutput {
  name: string;
  sources: string[];
  treatment: Treatment;
}

/** The numbers of the output as it would be written. */
export interface GuardMeasure {
  k: number;
  targetK: number;
  rowsIn: number;
  rowsOut: number;
  suppressed: number;
  /** Share (0…1) of the rows that may be suppressed. */
  suppressionLimit: number;
  quasiIdentifiers: string[];
  countsPeople: boolean;
  /** Conversions the recipe makes whose values may be unreadable. */
  conversions: number;
  failedCasts: { column: string; step: number; rows: number }[];
}

/** What the policy in force on the reference date says of a release. */
export interface GuardPolicy {
  /** Age in years under which nobody is targeted. */
  targetingAge: number;
  /** Flags whose columns bar targeting. */
  barred: readonly ColumnFlag[];
}

/** Everything a guardrail may look at. No cell value, no clock, no file. */
export interface GuardInput {
  release: ReleaseKind;
  purpose: Purpose | null;
  findings: readonly Finding[];
  /** Source columns whose classification nobody has confirmed. */
  unconfirmed: readonly string[];
  outputs: readonly GuardOutput[];
  measure: GuardMeasure | null;
  facts: FactAnswers;
  policy: GuardPolicy;
  /** Whether a register entry and a signed certificate will be written. */
  workspace: boolean;
}

/** What a guardrail sees of it: of the facts only those that it says it needs. */
export type GuardView<Needs extends FactId = FactId> = Omit<GuardInput, 'facts'> & { facts: Pick<FactAnswers, Needs> };

/** A worked case: shown in help, run as a test. */
export interface GuardExample {
  name: string;
  input: GuardInput;
  verdict: GuardVerdict;
  /** Where it is not the one that the verdict stands for. */
  state?: GuardState;
}

/** One control of GDPR Art. 5 (G1–G7) or one ethics rule (E1–E9). */
export interface Guardrail<Id extends string = string, Needs extends FactId = FactId> {
  id: Id;
  title: string;
  /** The rule's source: article, guideline or product policy. */
  source: string;
  /** Facts about the rows that it asks for; a fact that no guardrail needs is not counted. */
  needs: readonly Needs[];
  judge(view: GuardView<Needs>): Omit<GuardFinding, 'id'>;
  examples: readonly GuardExample[];
}

/** A guardrail as it is written in its file; its id is kept as a literal, so that the list gives the union of ids. */
export const guardrail = <const Id extends string, const Needs extends FactId = never>(
  rule: Guardrail<Id, Needs>,
): Guardrail<Id, Needs> => rule;

export const pass = (message: string, evidence = ''): Omit<GuardFinding, 'id'> => ({
  verdict: 'pass',
  columns: [],
  message,
  evidence,
  fix: '',
});

/** Nothing was there to look at: neither passed nor missed. */
export const doesNotApply = (message: string, evidence = ''): Omit<GuardFinding, 'id'> => ({
  ...pass(message, evidence),
  state: 'does-not-apply',
});

/** Nobody stated what the check needs to know. */
export const notStated = (answer: { message: string; evidence: string; fix: string }): Omit<GuardFinding, 'id'> => ({
  verdict: 'warn',
  state: 'not-stated',
  columns: [],
  ...answer,
});
