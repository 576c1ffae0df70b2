import type { ImpactAssessed } from '#shared/contract/impact.ts';
import { Failure } from '#shared/contract/failure.ts';
import { valueOf } from '#shared/register/answer.ts';
import { heldRecords } from '#shared/register/held-records.ts';
import { decidedScreening } from '#shared/register/impact/decided-screening.ts';
import { edpbTemplate } from '#shared/register/impact/edpb-template.ts';
import { fillView, type FilledField } from '#shared/register/impact/filled.ts';
import type { ImpactContents, RecordStanding } from '#shared/register/impact/impact-document.ts';
import type { ImpactView } from '#shared/register/impact/impact-view.ts';
import { fillTemplate } from '#shared/register/impact/fill-template.ts';
import { impactRisks } from '#shared/register/impact/risks.ts';
import { screenActivity, type ScreeningProposal } from '#shared/register/impact/screen.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { impactPageText } from '#shared/text/register/impact-page.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { impactViews } from './impact-view-of.ts';

const countOf = (fields: readonly FilledField[], by: 'assessment' | 'register'): number =>
  fields.filter((field) => field.state === 'filled' && field.by === by).length;

/** An activity with all that an assessment of it looks at. @throws Failure WRONG_USAGE where there is no such activity */
function impactView(state: EngineSession, word: string) {
  const views = impactViews(state);
  const activity = heldRecords(views.snapshot, 'activity').find(
    ({ id, ref }) => id === word || ref === word.toUpperCase(),
  );
  if (activity === undefined) throw new Failure('WRONG_USAGE', lawfulnessText.activityUnknown(word));
  return views.of(activity);
}

/** Whether an activity needs an impact assessment, as register and data propose it; nothing is decided. */
export const screeningOf = (state: EngineSession, input: { activity: string }): ScreeningProposal =>
  screenActivity(impactView(state, input.activity));

/** All that is known of the assessment of one activity, without the text. */
function contentsOf(view: ImpactView): ImpactContents {
  const { id, ref, body } = view.activity;
  const whole = fillView(view, screenActivity(view));
  const fields = fillTemplate(view);
  const { fields: _fields, ...template } = edpbTemplate;
  return {
    activity: { id, ref, name: valueOf(body.name) ?? ref },
    template,
    screening: decidedScreening(whole),
    fields,
    risks: impactRisks(whole),
    byRegister: countOf(fields, 'register'),
    byAssessment: countOf(fields, 'assessment'),
    outdatedSince: outdatedSince(whole.assessment, fields),
    records: { screening: standingOf(whole.screening), assessment: standingOf(whole.assessment) },
  };
}

/** The first entry behind a field that came after the approval; of what is not approved nothing is outdated. */
function outdatedSince(assessment: RecordVersion | undefined, fields: readonly FilledField[]): number | null {
  if (assessment?.state !== 'approved' || assessment.entry === null) return null;
  const approvedAt = assessment.entry;
  const later = fields
    .flatMap((field) => (field.state === 'filled' ? field.from : []))
    .flatMap(({ entry }) => (entry !== null && entry > approvedAt ? [entry] : []));
  return later.length === 0 ? null : Math.min(...later);
}

const standingOf = (record: RecordVersion | undefined): RecordStanding | null =>
  record === undefined
    ? null
    : { id: record.id, ref: record.ref, version: record.version, state: record.state, savedBy: record.savedBy };

/** What the page about one activity shows: screening, template field by field, risks, and the records behind them. */
export function templateOf(state: EngineSession, input: { activity: string }): ImpactAssessed {
  const contents = contentsOf(impactView(state, input.activity));
  const { activity, template, fields } = contents;
  return {
    ...contents,
    filled: fields.filter((field) => field.state === 'filled').length,
    text: impactPageText(activity.name, template, fields),
  };
}

/** The assessments of all activities of which a screening or an assessment was begun, by reference. */
export function begunAssessments(state: EngineSession): ImpactContents[] {
  const views = impactViews(state);
  // A template takes a look at all data of an activity: only those are filled that anybody began.
  const begun = new Set(
    (['screening', 'assessment'] as const)
      .flatMap((kind) => heldRecords(views.snapshot, kind))
      .map(({ body }) => valueOf(body.activity)),
  );
  return heldRecords(views.snapshot, 'activity')
    .filter(({ id }) => begun.has(id))
    .toSorted((one, other) => (one.ref < other.ref ? -1 : 1))
    .map((activity) => contentsOf(views.of(activity)));
}
