import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const icd = /^(?:[A-TV-Z]\d[0-9AB](?:\.?[0-9A-Z]{1,4})?)$/;
const procedure = /^(?:\d{5}[A-Z0-9]?|[A-V]\d{4}|\d{4,5}-\d{3,4}(?:-\d{1,2})?)$/;

/** Codes need their header: `A10` is also a shelf. */
export const medicalCode = semanticType({
  id: 'medical_code',
  label: 'Medical code',
  class: 'linkable',
  category: 'personal',
  flags: ['health'],
  accepts: ['code', 'integer', 'text', 'category', 'decimal'],
  valueCheck: (text) => icd.test(text) || procedure.test(text) || /^\d{6,18}$/.test(text),
  columnRule: { strength: 'shape', minShare: 0.8 },
  lookAlikes: [],
  positives: ['E11.9', 'I10', 'J45.909', '99213', '0185-0140', '44054006', 'C50', 'M54.5'],
  negatives: ['Diabetes', 'yes', 'Berlin', '12', 'A', 'x.y', '2024-01-01', '?'],
  headers: ['icd_code', 'Diagnoseschlüssel', 'code CIM', 'código CIE', 'codice ICD', 'diagnosecode'],
  source: 'WHO ICD-10 (2019); AMA CPT (2024) and FDA NDC code forms',
});
