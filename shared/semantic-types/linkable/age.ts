import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** `14A 9M`, `14 años 9 meses`, `14 Jahre`. */
const written = longPattern('i')`
  ^\d{1,3}\s?(?:a|y|j|yo|ans?|años?|anos?|anni|anno|jahre?|jaar|years?|yrs?)\.?
  (?:[ ,]*(?:und |and |et |y |e |en )?\d{1,2}\s?(?:m|mo|mths?|months?|monate?|mois|mes|meses|mesi|maand|maanden)\.?)?
  (?: old| alt)?$
`;

export const age = semanticType({
  id: 'age',
  auditGroup: true,
  label: 'Age',
  class: 'linkable',
  category: 'personal',
  flags: ['exact_age'],
  accepts: ['integer', 'decimal', 'category', 'text', 'code'],
  range: [0, 120],
  valueCheck: (text) =>
    (/^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) >= 0 && Number(text) <= 120) || written.test(text),
  columnRule: { strength: 'shape', minShare: 0.95, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['0', '17', '42', '99', '120', '18.5', '65', '7', '14A 9M', '14 años 9 meses', '14 Jahre'],
  negatives: ['121', '-1', 'old', '20-30', '1985', '', 'x', '65+'],
  headers: ['age', 'Alter', 'âge', 'edad', 'età', 'idade', 'leeftijd'],
  source: 'HIPAA 45 CFR 164.514(b)(2)(i)(C): ages over 89 (2013)',
});
