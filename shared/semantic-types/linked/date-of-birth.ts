import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const forms = longPattern('u')`
  ^(?:
    \d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}\.?|
    \d{1,2}[ -](?:de )?\p{L}{3,10}\.?,?[ -](?:de )?\d{2,4}|\p{L}{3,10}\.? \d{1,2},? \d{4}
  )(?:[T ][\d:.Z+]+)?$
`;
const compact = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** Seconds before 2015 counted from 1970, also before it: -2,500,000,000 is 1890. */
const isEpoch = (text: string): boolean =>
  /^-?\d{6,10}$/.test(text) && Number(text) > -2_500_000_000 && Number(text) < 1_420_000_000;

export const dateOfBirth = semanticType({
  id: 'date_of_birth',
  label: 'Date of birth',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['date', 'integer', 'code', 'text', 'decimal'],
  valueCheck: (text) => forms.test(text) || compact.test(text) || isEpoch(text),
  columnRule: { strength: 'shape', minShare: 0.7, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: [
    '1985-03-12',
    '12/31/1990',
    '31.12.1990',
    '19850312',
    '12 March 1985',
    'March 12, 1985',
    '-518144400',
    '5/4/61',
  ],
  negatives: ['1985', 'March', 'yes', '12', 'born', '2024', 'a-b-c', '1/2'],
  headers: [
    'date_of_birth',
    'Geburtsdatum',
    'date de naissance',
    'fecha de nacimiento',
    'data di nascita',
    'geboortedatum',
    'DOB',
  ],
  source: 'ISO 8601-1 (2019) and the customary national orders; POSIX epoch seconds',
});
