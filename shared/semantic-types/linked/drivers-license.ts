import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** The British number carries the name and birth date; other states' numbers are known by the header alone. */
export const driversLicense = semanticType({
  id: 'drivers_license',
  label: "Driver's licence number",
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'integer', 'text'],
  valueCheck: (text) => /^[A-Z9]{5}\d[0156]\d[0-3]\d{2}[A-Z9]{2}\d[A-Z]{2}$/i.test(text.replace(/\s/g, '')),
  columnRule: { strength: 'structure', minShare: 0.8, alone: true },
  lookAlikes: [],
  positives: [
    'MORGA657054SM9IJ',
    'SMITH703068A99AB',
    'JONES812159B99CD',
    'BROWN905241C99EF',
    'DAVIS801310D99GH',
    'WHITE756121E99IJ',
    'GREEN701019F99KL',
    'BLACK662285G99MN',
  ],
  negatives: ['MORGA657', 'yes', '12345678', 'SMITH', 'B', '2024-01-01', 'AB123456', 'MORGA6570541SM9IJ99'],
  headers: ['drivers_license', 'Führerscheinnummer', 'permis de conduire', 'patente di guida', 'rijbewijs'],
  source: 'DVLA driver number format (INF2, 2023)',
});
