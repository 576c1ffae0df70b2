import type { GuardReason, GuardState } from '#shared/domain/guardrail.ts';
import type { ReasonOf, ReasonTexts } from '#shared/domain/reason.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import type { RuleDataset, RuleRelease, RuleView } from './rule-view.ts';

/** What an answer rests on: a version of a record, columns of a dataset, or a release. */
export type RuleEvidence =
  | { of: 'record'; kind: RecordKind; id: string; ref: string; version: number; entry: number | null }
  | { of: 'columns'; dataset: string; name: string; columns: string[] }
  | { of: 'release'; id: string; entry: number | null };

/** Where a person can do something about it. `id` null: the record is still to be made. */
export type RulePlace =
  | { at: 'record'; kind: RecordKind; id: string | null; field: string | null }
  | { at: 'dataset'; dataset: string; screen: 'classify' | 'recipe' | 'retention' };

/** What a rule finds about one purpose, activity or dataset. It says why by a code. */
export interface RuleFound<Reason = GuardReason> {
  about: { kind: 'purpose' | 'activity' | 'dataset' | 'record'; id: string; name: string };
  state: GuardState;
  columns: string[];
  proofs: RuleEvidence[];
  place: RulePlace;
  reason: Reason;
}

/** A worked case: shown in help, run as a test. */
export interface RuleExample<Code extends string = string> {
  name: string;
  view: RuleView;
  state: GuardState;
  /** Null: the rule finds nothing that it applies to. */
  code: Code | null;
}

/** One rule of law that register and datasets can answer (accountability.md c). */
export interface Rule<Id extends string = string> {
  id: Id;
  title: string;
  /** Where it stands. */
  source: string;
  /** Kinds of records that it looks at: while one of these cannot be read, its answer is not known. */
  rests: readonly RecordKind[];
  /** What there is one answer each about: without any, nothing is known of the datasets that are there. */
  of: 'dataset' | 'purpose' | 'activity';
  /** Why it does not apply, where it finds nothing. */
  nothing: string;
  reasons: ReasonTexts;
  judge(view: RuleView): RuleFound[];
  examples: readonly RuleExample[];
}

/** A rule as it is written in its file: it gives only reasons that have their sentences. */
export const rule = <const Id extends string, Texts extends ReasonTexts>(
  written: Omit<Rule<Id>, 'reasons' | 'judge' | 'examples'> & {
    reasons: Texts;
    judge(view: RuleView): RuleFound<ReasonOf<Texts> & GuardReason>[];
    examples: readonly RuleExample<keyof Texts & string>[];
  },
): Rule<Id> => written;

export const recordEvidence = ({ kind, id, ref, version, entry }: RecordVersion): RuleEvidence => ({
  of: 'record',
  kind,
  id,
  ref,
  version,
  entry,
});
export const columnEvidence = ({ id, name }: RuleDataset, columns: string[]): RuleEvidence => ({
  of: 'columns',
  dataset: id,
  name,
  columns,
});
export const releaseEvidence = ({ id, entry }: RuleRelease): RuleEvidence => ({ of: 'release', id, entry });

export const atField = ({ kind, id }: { kind: RecordKind; id: string | null }, field: string | null): RulePlace => ({
  at: 'record',
  kind,
  id,
  field,
});
