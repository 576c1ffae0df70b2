import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const forms = [
  /^\d{5}(?:-\d{4})?$/,
  /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i,
  /^[A-Z]\d[A-Z]\s?\d[A-Z]\d$/i,
  /^\d{4}\s?[A-Z]{2}$/,
  /^\d{5}-\d{3}$/,
  /^\d{4}-\d{3}$/,
  /^\d{2}-\d{3}$/,
  /^\d{3}\s?\d{2}$/,
  /^\d{3,6}$/,
  /^[A-Z]{1,2}-?\d{4,6}$/i,
  /^\d{8}$/,
  /^\d{1,2},\d{3}$/,
  /^\d{3}-\d{4}$/,
  /^[A-Z]{1,2}\d{1,2}[A-Z]?$/i,
];
const strict =
  /^(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{4}\s?[A-Z]{2}|\d{5}-\d{3}|\d{5}-\d{4})$/;

/** Only the forms with letters or a fixed dash can be told without the header; five digits are anything. */
export const postalCode = semanticType({
  id: 'postal_code',
  label: 'Postal code',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['integer', 'code', 'text', 'category', 'decimal'],
  valueCheck: (text) => forms.some((form) => form.test(text.trim())) || strict.test(text),
  columnRule: { strength: 'shape', minShare: 0.8, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['10115', '90210-1234', 'SW1A 1AA', 'K1A 0B1', '1234 AB', '01310-100', '1000-205', '75001'],
  negatives: ['Berlin', '12', 'yes', '2024-01-01', '$10,000', 'A', '123456789', '1.5'],
  headers: ['zip', 'PLZ', 'code postal', 'código postal', 'CAP', 'postcode', 'CEP'],
  source: 'Universal Postal Union, postal addressing systems (2024)',
});
