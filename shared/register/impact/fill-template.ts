import { impactText } from '#shared/text/register/impact.ts';
import { placeOfField } from './answered-in.ts';
import { edpbTemplate, type TemplateFieldId } from './edpb-template.ts';
import { analysisFills } from './fill-analysis.ts';
import { descriptionFills } from './fill-description.ts';
import { riskFills } from './fill-risks.ts';
import { fillView, type Fill, type FilledField } from './filled.ts';
import { behind, type ImpactView } from './impact-view.ts';
import { screenActivity } from './screen.ts';
import { unreadFor } from './unread.ts';

const fills: Record<TemplateFieldId, Fill> = { ...descriptionFills, ...analysisFills, ...riskFills };

/** Every field of the EDPB's template for one activity: what answers it and the entries behind that, or who must. */
export function fillTemplate(view: ImpactView): FilledField[] {
  const whole = fillView(view, screenActivity(view));
  return edpbTemplate.fields.map(({ id, section, number, who }) => {
    const answer = fills[id](whole);
    const field = { id, section, number, place: placeOfField(whole, id) };
    const unread = unreadFor(whole.unread, field);
    if (answer === null || (answer.none === true && unread.length > 0))
      return { ...field, state: 'open', who, ...(unread.length === 0 ? {} : { unread }) };
    const from = behind(view, answer.from);
    if (from.some((one) => one.of === 'record' && one.kind === 'assessment'))
      return { ...field, state: 'filled', by: 'assessment', lines: answer.lines, from };
    const lines = [...answer.lines, ...(unread.length === 0 ? [] : [impactText.unread(unread)])];
    return { ...field, state: 'filled', by: 'register', lines, from };
  });
}
