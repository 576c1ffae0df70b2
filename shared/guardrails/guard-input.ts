import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { DeclaredForRelease } from '#shared/domain/declared-use.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { FactAnswers, FactId } from '#shared/facts/index.ts';
import type { Treatment } from '#shared/recipe/operation.ts';

/** One column of the output and the source columns it comes from. */
export interface GuardOutput {
  name: string;
  sources: string[];
  treatment: Treatment;
  /** Where its values were moved between rows: outputs that say the same here moved as one value. */
  moved?: string;
}

/** The numbers of the output as it would be written. */
export interface GuardMeasure {
  k: number;
  targetK: number;
  /** Its lines are counts with noise: no class of rows is in it that could be small. */
  holdsNoRows?: true;
  /** Its rows are drawn: nobody stands behind one. */
  drawn?: true;
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

/** A name that goes with a release: of its file, of the dataset it is made of, or of the segment that it chooses. */
export interface ReleasedName {
  what: 'file' | 'dataset' | 'segment';
  /** Of a segment: its column. */
  name: string;
  /** What is read; of a segment the value that its column has to have. */
  texts: readonly string[];
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
  /** Absent where nothing has a name. */
  names?: readonly ReleasedName[];
  /** What the register of processing says of the purpose and of the dataset’s columns. */
  declared: DeclaredForRelease;
  /** The file is judged as it is: rows that a release would leave out are in it. */
  asItStands: boolean;
  /** Whether a register entry and a signed certificate will be written. */
  workspace: boolean;
}

/** What a guardrail sees of it: of the facts only those that it says it needs. */
export type GuardView<Needs extends FactId = FactId> = Omit<GuardInput, 'facts'> & { facts: Pick<FactAnswers, Needs> };
