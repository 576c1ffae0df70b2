import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const placeOfBirth = semanticType({
  id: 'place_of_birth',
  label: 'Place of birth',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'long_text'],
  lookAlikes: ['city'],
  positives: [],
  negatives: [],
  headers: [
    'place_of_birth',
    'Geburtsort',
    'lieu de naissance',
    'lugar de nacimiento',
    'luogo di nascita',
    'geboorteplaats',
  ],
  source: 'taxonomy 6b',
});
