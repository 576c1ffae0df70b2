import { valueOf } from '../answer.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import type { TemplateFieldId } from './edpb-template.ts';
import type { FillView } from './filled.ts';

/** Where a field is answered; `id` null: that record is still to be made. */
export interface FieldPlace {
  kind: RecordKind;
  id: string | null;
  field: string;
}

type Answering = 'organisation' | 'activity' | 'purpose' | 'assessment';

/** The record and field of the register in which each field of the template is answered. */
const answeredIn: Record<TemplateFieldId, readonly [kind: Answering, field: string]> = {
  controllers: ['organisation', 'name'],
  processors: ['activity', 'recipients'],
  name: ['activity', 'name'],
  planning: ['activity', 'startsOn'],
  team: ['assessment', 'team'],
  materials: ['assessment', 'materials'],
  reasons: ['assessment', 'screening'],
  scope: ['assessment', 'scope'],
  completed: ['assessment', 'completedOn'],
  approved: ['assessment', 'approvedBy'],
  publication: ['assessment', 'publication'],
  data: ['activity', 'dataItems'],
  'special-data': ['activity', 'dataItems'],
  people: ['activity', 'dataSubjects'],
  purposes: ['activity', 'purposes'],
  'further-uses': ['activity', 'purposes'],
  nature: ['assessment', 'phases'],
  extent: ['activity', 'scale'],
  context: ['activity', 'dataSources'],
  transfers: ['activity', 'transfers'],
  phases: ['assessment', 'phases'],
  assets: ['activity', 'systems'],
  'codes-of-conduct': ['assessment', 'codesOfConduct'],
  'legal-basis': ['purpose', 'basis'],
  'special-condition': ['purpose', 'art9Conditions'],
  minimisation: ['activity', 'dataItems'],
  retention: ['activity', 'retention'],
  'data-quality': ['activity', 'datasets'],
  information: ['activity', 'purposes'],
  rights: ['assessment', 'rights'],
  recipients: ['activity', 'recipients'],
  'by-design': ['activity', 'measures'],
  security: ['activity', 'measures'],
  'design-risks': ['assessment', 'risks'],
  necessity: ['assessment', 'necessity'],
  proportionality: ['assessment', 'proportionality'],
  'accident-risks': ['assessment', 'risks'],
  method: ['assessment', 'method'],
  'inherent-risk': ['assessment', 'risks'],
  'further-measures': ['assessment', 'measures'],
  'residual-risk': ['assessment', 'risks'],
  'action-plan': ['assessment', 'measures'],
  'dpo-advice': ['assessment', 'dpoAdvice'],
  views: ['assessment', 'views'],
  decision: ['assessment', 'decision'],
  conditions: ['assessment', 'conditions'],
  'prior-consultation': ['assessment', 'consultation'],
  justification: ['assessment', 'justification'],
  review: ['assessment', 'reviewOn'],
};

/** Where a person answers a field of the template, or says otherwise than the register does. */
export function placeOfField(
  { organisation, activity, purposes, assessment }: FillView,
  field: TemplateFieldId,
): FieldPlace {
  const [kind, name] = answeredIn[field];
  if (kind === 'purpose') {
    // The purpose that lacks it; of an activity without a purpose that is what lacks.
    const lacking = name === 'basis' ? purposes.find(({ body }) => valueOf(body.basis) === undefined) : purposes[0];
    const purpose = lacking ?? purposes[0];
    return purpose === undefined
      ? { kind: 'activity', id: activity.id, field: 'purposes' }
      : { kind, id: purpose.id, field: name };
  }
  const ids = { organisation: organisation?.id ?? null, activity: activity.id, assessment: assessment?.id ?? null };
  return { kind, id: ids[kind], field: name };
}
