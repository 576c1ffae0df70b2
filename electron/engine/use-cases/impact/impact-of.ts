import { Failure } from '#shared/contract/failure.ts';
import { valueOf } from '#shared/register/answer.ts';
import { heldRecords } from '#shared/register/held-records.ts';
import { edpbTemplate } from '#shared/register/impact/edpb-template.ts';
import { fillTemplate } from '#shared/register/impact/fill-template.ts';
import type { ImpactView } from '#shared/register/impact/impact-view.ts';
import { screenActivity, type ScreeningProposal } from '#shared/register/impact/screen.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { impactPageText } from '#shared/text/register/impact-page.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { ruleViewOf } from '../lawfulness/rule-view-of.ts';

/** An activity with all that an assessment of it looks at. @throws Failure WRONG_USAGE where there is no such activity */
function impactView(state: EngineSession, word: string): ImpactView {
  const view = ruleViewOf(state);
  const activity = heldRecords(view.snapshot, 'activity').find(
    ({ id, ref }) => id === word || ref === word.toUpperCase(),
  );
  if (activity === undefined) throw new Failure('WRONG_USAGE', lawfulnessText.activityUnknown(word));
  return { ...view, activity, policy: state.policyOn(view.today) };
}

/** Whether an activity needs an impact assessment, as register and data propose it; nothing is decided. */
export const screeningOf = (state: EngineSession, input: { activity: string }): ScreeningProposal =>
  screenActivity(impactView(state, input.activity));

/** The EDPB's template for an activity, filled with what register and data say, and who must answer the rest. */
export function templateOf(state: EngineSession, input: { activity: string }) {
  const view = impactView(state, input.activity);
  const { id, ref, body } = view.activity;
  const fields = fillTemplate(view);
  const name = valueOf(body.name) ?? ref;
  const { fields: _fields, ...template } = edpbTemplate;
  return {
    activity: { id, ref, name },
    template,
    fields,
    filled: fields.filter((field) => field.state === 'filled').length,
    text: impactPageText(name, template, fields),
  };
}
