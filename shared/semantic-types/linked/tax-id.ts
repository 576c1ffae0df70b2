import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const vat =
  /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ -]?(?=[A-Z\d.+* -]*\d{5})[A-Z\d.+*]{7,12}$/i;

export const taxId = semanticType({
  id: 'tax_id',
  label: 'Tax number of a person',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'integer', 'text'],
  lookAlikes: ['national_id', 'business_tax_id'],
  positives: [],
  negatives: [],
  headers: ['tax_id', 'Steuernummer', 'numéro fiscal', 'NIF', 'número de contribuinte'],
  source: 'OECD, Tax Identification Numbers (2024)',
});

/** A company's: not personal, kept here because it shares its headers with the person's. */
export const businessTaxId = semanticType({
  id: 'business_tax_id',
  label: 'Tax or register number of a business',
  class: 'non_pii',
  category: 'other',
  flags: [],
  accepts: ['code', 'integer', 'text'],
  valueCheck: (text) => vat.test(text) || /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/.test(text),
  columnRule: { strength: 'structure', minShare: 0.85, alone: true },
  lookAlikes: [
    'national_id',
    'tax_id',
    'iban',
    'customer_id',
    'record_id',
    'bank_routing_code',
    'product_id',
    'case_number',
    'drivers_license',
    'passport_number',
    'postal_code',
  ],
  positives: [
    'DE123456789',
    'ATU12345678',
    'FR12345678901',
    'ESX1234567L',
    'NL123456789B01',
    'IT12345678901',
    '12.345.678/0001-95',
    'PL1234567890',
  ],
  negatives: ['DE12', 'XX123456789', 'DE89370400440532013000', '123456789', 'DESIGNER', 'yes', '12.345.678', 'NL'],
  headers: ['vat_number', 'USt-IdNr', 'SIRET', 'partita iva', 'CNPJ', 'KVK nummer'],
  source: 'European Commission, VIES VAT number structures (2024); Receita Federal, CNPJ',
});
