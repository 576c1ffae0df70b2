import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { GuardFinding, GuardState, GuardVerdict } from '#shared/domain/guardrail.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { nothingWritten, type WrittenValues } from '#shared/domain/written-value.ts';
import type { Treatment } from '#shared/recipe/operation.ts';

/** One column of the output and the source columns it comes from. */
export interface GuardOutput {
  name: string;
  sources: string[];
  treatment: Treatment;
}

/** Facts counted in the rows that would be written; null where no column tells. */
export interface GuardFacts {
  /** Rows of people under 18, and rows whose age is not known, left out of a targeting release. */
  minorsLeftOut: number | null;
  unknownAgeLeftOut: number | null;
  /** Rows whose identifier of a kind is older than its limit on the reference date. */
  pastLimit: { type: string; column: string; days: number; rows: number }[];
  /** Outputs that an anonymised release protects, so does not count, and whose values differ in nearly every row. */
  nearlyUnique: string[];
  /** Columns that say whether consent holds, and the rows left out because it does not; null where none was asked. */
  consent: { columns: string[]; leftOut: number } | null;
  /** What the values to be written are by themselves, whatever the classification says; null where nobody looked. */
  written: WrittenValues | null;
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
  facts: GuardFacts;
  policy: GuardPolicy;
  /** Whether a register entry and a signed certificate will be written. */
  workspace: boolean;
}

/** A worked case: shown in help, run as a test. */
export interface GuardExample {
  name: string;
  input: GuardInput;
  verdict: GuardVerdict;
  /** Where it is not the one that the verdict stands for. */
  state?: GuardState;
}

/** One control of GDPR Art. 5 (G1–G7) or one ethics rule (E1–E9). */
export interface Guardrail<Id extends string = string> {
  id: Id;
  title: string;
  /** The rule's source: article, guideline or product policy. */
  source: string;
  judge(input: GuardInput): Omit<GuardFinding, 'id'>;
  examples: readonly GuardExample[];
}

/** A guardrail as it is written in its file; its id is kept as a literal, so that the list gives the union of ids. */
export const guardrail = <const Id extends string>(rule: Guardrail<Id>): Guardrail<Id> => rule;

export const noFacts: GuardFacts = {
  minorsLeftOut: null,
  unknownAgeLeftOut: null,
  pastLimit: [],
  nearlyUnique: [],
  written: nothingWritten,
  consent: null,
};

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
