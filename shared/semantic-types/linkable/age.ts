import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { writtenAge } from '../written-age.ts';

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
    (/^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) >= 0 && Number(text) <= 120) || writtenAge(text) !== null,
  columnRule: { strength: 'shape', minShare: 0.95, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: [
    '0',
    '17',
    '42',
    '99',
    '120',
    '18.5',
    '65',
    '7',
    '14A 9M',
    '14 años 9 meses',
    '14 Jahre',
    '9 months',
    'P5Y3M',
  ],
  negatives: ['121', '-1', 'old', '20-30', '1985', '', 'x', '65+'],
  headers: ['age', 'Alter', 'âge', 'edad', 'età', 'idade', 'leeftijd'],
  source: 'HIPAA 45 CFR 164.514(b)(2)(i)(C): ages over 89 (2013)',
});
