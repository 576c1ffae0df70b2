/** Who has to answer a field that nothing answers yet. */
export type WhoAnswers = 'owner' | 'dpo' | 'security' | 'processor' | 'decider' | 'people';

/** One field of the template, in its order. */
export interface TemplateField<Id extends string = string> {
  id: Id;
  /** 0–6. */
  section: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** The template's own number where it was read; null where only the section is known. */
  number: string | null;
  who: WhoAnswers;
}

const field = <const Id extends string>(
  id: Id,
  section: TemplateField['section'],
  number: string | null,
  who: WhoAnswers,
): TemplateField<Id> => ({ id, section, number, who });

/**
 * The EDPB's template for data protection impact assessments, by its sections and fields; what they ask is said in our
 * own words. A consultation version: it may change, and an export says so.
 */
export const edpbTemplate = {
  version: '1.0',
  adoptedOn: '2026-03-10',
  publishedOn: '2026-04-14',
  consultationUntil: '2026-06-09',
  status: 'consultation',
  source:
    'EDPB, Template for Data Protection Impact Assessment, version 1.0 for public consultation; its fields as listed ' +
    'by Dastra (audit model EDPB DPIA Template 2026)',
  checkedOn: '2026-11-29',
  fields: [
    field('controllers', 0, '0.1', 'owner'),
    field('processors', 0, '0.2', 'owner'),
    field('name', 0, '0.3', 'owner'),
    field('planning', 0, '0.4', 'owner'),
    field('team', 0, '0.5', 'owner'),
    field('materials', 0, '0.5', 'owner'),
    field('reasons', 0, '0.5', 'owner'),
    field('scope', 0, '0.5', 'owner'),
    field('completed', 0, '0.5', 'decider'),
    field('approved', 0, '0.5', 'decider'),
    field('publication', 0, '0.5', 'decider'),
    field('data', 1, '1.1.a', 'owner'),
    field('special-data', 1, '1.1.a', 'owner'),
    field('people', 1, '1.1.a', 'owner'),
    field('purposes', 1, '1.1.b', 'owner'),
    field('further-uses', 1, '1.1.c', 'owner'),
    field('nature', 1, '1.1.d', 'owner'),
    field('extent', 1, '1.1.d', 'owner'),
    field('context', 1, '1.1.d', 'owner'),
    field('transfers', 1, '1.1.d', 'owner'),
    field('phases', 1, '1.2', 'owner'),
    field('assets', 1, '1.3', 'security'),
    field('codes-of-conduct', 1, null, 'owner'),
    field('legal-basis', 2, null, 'owner'),
    field('special-condition', 2, null, 'owner'),
    field('minimisation', 2, null, 'owner'),
    field('retention', 2, null, 'owner'),
    field('data-quality', 2, null, 'owner'),
    field('information', 2, null, 'owner'),
    field('rights', 2, null, 'owner'),
    field('recipients', 2, null, 'processor'),
    field('by-design', 2, null, 'security'),
    field('security', 2, null, 'security'),
    field('design-risks', 3, null, 'owner'),
    field('necessity', 3, null, 'owner'),
    field('proportionality', 3, null, 'owner'),
    field('accident-risks', 4, null, 'security'),
    field('method', 4, null, 'owner'),
    field('inherent-risk', 4, null, 'owner'),
    field('further-measures', 4, null, 'owner'),
    field('residual-risk', 4, null, 'decider'),
    field('action-plan', 4, null, 'owner'),
    field('dpo-advice', 5, null, 'dpo'),
    field('views', 5, null, 'people'),
    field('decision', 6, null, 'decider'),
    field('conditions', 6, null, 'decider'),
    field('prior-consultation', 6, null, 'dpo'),
    field('justification', 6, null, 'decider'),
    field('review', 6, null, 'owner'),
  ],
} as const;

export type TemplateFieldId = (typeof edpbTemplate)['fields'][number]['id'];
