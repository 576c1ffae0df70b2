import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const age = semanticType({
  id: 'age',
  label: 'Age',
  class: 'linkable',
  category: 'personal',
  flags: ['exact_age'],
  accepts: ['integer', 'decimal', 'category'],
  range: [0, 120],
  valueCheck: (text) => /^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) >= 0 && Number(text) <= 120,
  columnRule: { strength: 'shape', minShare: 0.95, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['0', '17', '42', '99', '120', '18.5', '65', '7'],
  negatives: ['121', '-1', 'old', '20-30', '1985', '', 'x', '65+'],
  headers: ['age', 'Alter', 'âge', 'edad', 'età', 'idade', 'leeftijd'],
  source: 'HIPAA 45 CFR 164.514(b)(2)(i)(C): ages over 89 (2013)',
});
