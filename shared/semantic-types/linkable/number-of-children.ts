import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = longPattern('i')`
  ^(?:
    (?:
      no|one|two|three|has|have|with|without|ohne|keine|sans|sin|senza|sem|geen|zonder|\d\+?|yes, one or more|
      \d or more
    )\s
  )?(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|figli[oae]?|filh[oa]s?|kinderen)\b.{0,30}$
`;

export const numberOfChildren = semanticType({
  id: 'number_of_children',
  label: 'Number of children',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['integer', 'decimal', 'category', 'boolean', 'text'],
  range: [0, 25],
  valueCheck: (text) => words.test(text.trim()),
  columnRule: { strength: 'vocabulary', minShare: 0.5, minDistinct: 1, alone: true },
  lookAlikes: ['age_group', 'family_relationship'],
  positives: [
    'No children',
    'one child',
    'Has children',
    '2+ kids',
    'keine Kinder',
    'sans enfant',
    'sin hijos',
    'Yes, one or more children',
  ],
  negatives: ['yes', '2', 'Childcare', 'Anna', 'Kindle', 'Berlin', 'product for children', '2024-01-01'],
  headers: ['children', 'Anzahl Kinder', "nombre d'enfants", 'hijos', 'figli', 'filhos', 'kinderen'],
  source: 'taxonomy 6b',
});
