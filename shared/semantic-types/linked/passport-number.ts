import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** One or two letters and six to nine digits, or nine digits: only with the header. */
export const passportNumber = semanticType({
  id: 'passport_number',
  label: 'Passport number',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'integer', 'text'],
  valueCheck: (text) => /^(?:[A-Z]{1,2}\d{6,9}[A-Z]?|\d{8,9}|[A-Z0-9]{9})$/i.test(text) && /\d{4}/.test(text),
  columnRule: { strength: 'shape', minShare: 0.7, vetoBelow: 0.1 },
  lookAlikes: [],
  positives: ['C01000047', 'X1234567', 'AB123456', '123456789', 'YA1234567', 'L98902436', 'P1234567', 'NX1234567'],
  negatives: ['123', 'passport', 'AB-12', 'yes', '2024-01-01', 'ABCDEFGHI', '12345678901', 'A1'],
  headers: ['passport_number', 'Reisepassnummer', 'passeport', 'pasaporte', 'passaporto', 'paspoortnummer'],
  source: 'ICAO Doc 9303 part 4 (2021)',
});
