import { kinds, semanticType } from '#shared/semantic-types/semantic-type.ts';

/** A personal column of no recognised kind: what a person's decision is needed for. */
export const personAttribute = semanticType({
  id: 'person_attribute',
  freeText: 'possible',
  label: 'Something about a person',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: kinds.any,
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['person_attribute', 'Personenmerkmal', 'attribut personnel', 'persoonskenmerk'],
  source: 'GDPR article 4(1) (2016)',
});
