import { longPattern } from '#shared/domain/long-pattern.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const range = longPattern('i')`
  ^(?:
    (?:ages? )?\d{1,3}\s?(?:[-–—]|to|a|bis|à|until)\s?\d{1,3}(?: ?(?:years?|yrs|jahre|ans|años|anni|anos|jaar))?|
    (?:under|over|below|above|unter|über|moins de|plus de|menos de|más de|<|>|<=|>=|≥|≤)\s?\d{2}(?: years?)?|
    \d{2}\s?(?:
      \+(?: ?(?:years?|yrs|jahre|ans|años|anni|anos|jaar))?|and (?:over|up|above|older)|or (?:older|over|more)|
      und älter|et plus|y más|e oltre|ou mais|en ouder
    )|
    \d{1,2}s
  )$
`;
const words = new Set(
  wordList(`
    young middle old adult adults child children senior seniors elderly teen teenager infant youth minor middle-aged
    middle-age jung alt mittel jeune adulte adulto joven mayor anziano giovane jovem idoso kind volwassene
  `),
);

export const ageGroup = semanticType({
  id: 'age_group',
  auditGroup: true,
  label: 'Age group',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['category', 'text', 'code', 'boolean', 'integer', 'date'],
  valueCheck: (text) => range.test(text) || words.has(text.toLowerCase()),
  columnRule: { strength: 'structure', minShare: 0.75, minDistinct: 3 },
  lookAlikes: [
    'company_size',
    'years_experience',
    'commute_distance',
    'academic_performance',
    'loyalty_segment',
    'number_of_children',
    'household_size',
    'family_relationship',
    'income_bracket',
    'employment_type',
    'age',
    'card_expiry',
    'attendance',
    'generation',
    'job_level',
  ],
  positives: ['18-24', '25 – 34', '65+', 'under 18', 'Young', 'Senior', '45 to 54', '60 and over'],
  negatives: ['42', '$10-20', 'Berlin', 'yes', '2024-01-01', '100-499 employees', 'x-y', '65'],
  headers: ['age_group', 'Altersgruppe', "tranche d'âge", 'rango de edad', "fascia d'età", 'leeftijdsgroep'],
  source: 'taxonomy 6b',
});
