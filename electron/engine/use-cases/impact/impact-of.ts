import { Failure } from '#shared/contract/failure.ts';
import { valueOf } from '#shared/register/answer.ts';
import { heldRecords } from '#shared/register/held-records.ts';
import { decidedScreening } from '#shared/register/impact/decided-screening.ts';
import { edpbTemplate } from '#shared/register/impact/edpb-template.ts';
import { fillView, type FilledField } from '#shared/register/impact/filled.ts';
import { fillTemplate } from '#shared/register/impact/fill-template.ts';
import { impactRisks } from '#shared/register/impact/risks.ts';
import { screenActivity, type ScreeningProposal } from '#shared/register/impact/screen.ts';
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

/** What the page about one activity shows: screening, template field by field, risks, and the records behind them. */
export function templateOf(state: EngineSession, input: { activity: string }) {
  const view = impactView(state, input.activity);
  const { id, ref, body } = view.activity;
  const whole = fillView(view, screenActivity(view));
  const screening = decidedScreening(whole);
  const fields = fillTemplate(view);
  const name = valueOf(body.name) ?? ref;
  const { fields: _fields, ...template } = edpbTemplate;
  return {
    activity: { id, ref, name },
    template,
    screening,
    fields,
    risks: impactRisks(whole),
    filled: fields.filter((field) => field.state === 'filled').length,
    byRegister: countOf(fields, 'register'),
    byAssessment: countOf(fields, 'assessment'),
    records: { screening: refOf(whole.screening), assessment: refOf(whole.assessment) },
    text: impactPageText(name, template, fields),
  };
}

const refOf = (record: ReturnType<typeof fillView>['screening' | 'assessment']) =>
  record === undefined
    ? null
    : { id: record.id, ref: record.ref, version: record.version, state: record.state, savedBy: record.savedBy };
