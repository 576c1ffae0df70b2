import { valueOf, valuesOf, type ListAnswer, type SingleAnswer } from '../answer.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import { columnEvidence, recordEvidence, type RuleEvidence } from '../rules/rule.ts';
import type { RuleDataset, RuleRelease } from '../rules/rule-view.ts';
import type { TemplateFieldId, WhoAnswers } from './edpb-template.ts';
import type { FieldPlace } from './answered-in.ts';
import { datasetsOf, purposesOf, recipientsOf, type Behind, type ImpactView } from './impact-view.ts';
import type { ScreeningProposal } from './screen.ts';
import { unreadOf, type Unread } from './unread.ts';

/** What a field says, a line each, and the entries behind it; null: nothing answers it. */
export interface Filled {
  lines: string[];
  from: RuleEvidence[];
  /** It says that nothing of the kind is there: that holds only where everything could be read. */
  none?: true;
}

export type FilledField = {
  id: TemplateFieldId;
  section: number;
  number: string | null;
  /** Where a person answers it, or says otherwise. */
  place: FieldPlace;
} & (
  | {
      state: 'filled';
      /** `assessment`: people wrote it for this assessment; `register`: taken from what register and data say. */
      by: 'assessment' | 'register';
      lines: string[];
      from: Behind[];
    }
  /** `unread`: names of what might answer it and cannot be read. */
  | { state: 'open'; who: WhoAnswers; unread?: string[] }
);

/** Everything that fields are filled from, looked up once. */
export interface FillView extends ImpactView {
  organisation: RecordVersion<'organisation'> | undefined;
  purposes: RecordVersion<'purpose'>[];
  recipients: RecordVersion<'recipient'>[];
  named: RuleDataset[];
  /** Measures of the activity. */
  measures: RecordVersion<'measure'>[];
  /** Releases of its datasets, each once. */
  releases: RuleRelease[];
  screening: RecordVersion<'screening'> | undefined;
  assessment: RecordVersion<'assessment'> | undefined;
  proposal: ScreeningProposal;
  unread: Unread[];
}

export type Fill = (view: FillView) => Filled | null;

export function fillView(view: ImpactView, proposal: ScreeningProposal): FillView {
  const about = <K extends 'screening' | 'assessment'>(kind: K): RecordVersion<K> | undefined =>
    heldRecords(view.snapshot, kind).find(
      ({ body }) => valueOf((body as { activity?: SingleAnswer<string> }).activity) === view.activity.id,
    );
  const named = datasetsOf(view);
  return {
    ...view,
    organisation: heldRecords(view.snapshot, 'organisation')[0],
    purposes: purposesOf(view),
    recipients: recipientsOf(view),
    named,
    measures: valuesOf(view.activity.body.measures).flatMap((id) => heldRecord(view.snapshot, 'measure', id) ?? []),
    releases: [...new Map(named.flatMap(({ releases }) => releases).map((release) => [release.id, release])).values()],
    screening: about('screening'),
    assessment: about('assessment'),
    proposal,
    unread: unreadOf(view),
  };
}

type Source = RecordVersion | RuleEvidence | undefined;

/** Lines that entries stand behind; nothing said is nothing filled. */
export const filled = (lines: readonly string[], from: readonly Source[]): Filled | null => {
  const said = lines.filter((line) => line.trim() !== '');
  const proofs = from.flatMap((one) => (one === undefined ? [] : 'of' in one ? [one] : [recordEvidence(one)]));
  return said.length === 0 ? null : { lines: said, from: proofs };
};

/** That nothing of the kind was found, and what was looked at. */
export function foundNone(lines: readonly string[], from: readonly Source[]): Filled | null {
  const said = filled(lines, from);
  return said === null ? null : { ...said, none: true };
}

export const ofDatasets = (datasets: readonly RuleDataset[], names: (dataset: RuleDataset) => string[]) =>
  datasets.map((dataset) => columnEvidence(dataset, names(dataset)));

/** One of the assessment's own fields with a single text. */
export const ofAssessment =
  (
    read: (body: RecordVersion<'assessment'>['body'], version: RecordVersion<'assessment'>) => string | undefined,
  ): Fill =>
  ({ assessment }) =>
    assessment === undefined ? null : filled([read(assessment.body, assessment) ?? ''], [assessment]);

/** Whether a field says that there is none, or that it does not apply. */
export const saysNone = (answer: SingleAnswer<unknown> | ListAnswer<unknown> | undefined): boolean =>
  answer?.state === 'none' || answer?.state === 'not-applicable';
