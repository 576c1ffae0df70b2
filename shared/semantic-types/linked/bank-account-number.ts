import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const bankAccountNumber = semanticType({
  id: 'bank_account_number',
  label: 'Bank account number',
  class: 'linked',
  category: 'personal',
  flags: ['financial'],
  accepts: ['integer', 'code', 'text'],
  valueCheck: (text) => /^(?=(?:\D*\d){6})[\dX][\d\s./-]{4,24}[\dX]$/i.test(text) || /^[A-Z]{4}\d{10,18}$/.test(text),
  columnRule: { strength: 'shape', minShare: 0.8, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: [
    '12345678',
    '0532013000',
    '123-456789-0',
    '12 3456 7890',
    '00123456',
    '987654321',
    '12345.6789',
    'NWBK60161331926819',
  ],
  negatives: ['12', 'savings', 'yes', 'A1', '€ 12', 'account 7', '12.5', 'abc123'],
  headers: ['bank_account_number', 'Kontonummer', 'numéro de compte', 'número de cuenta', 'rekeningnummer', 'KontoNr'],
  source: 'National account number formats collected in the SWIFT IBAN registry (2024)',
});

/** Names a bank, not a person. */
export const bankRoutingCode = semanticType({
  id: 'bank_routing_code',
  label: 'Bank code (BIC, routing number)',
  class: 'non_pii',
  category: 'other',
  flags: [],
  accepts: ['code', 'integer', 'text', 'category'],
  valueCheck: (text, tools) =>
    /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text) &&
    tools.isCountryCode(text.slice(4, 6)) &&
    !/^[A-Z]{8}$/.test(text),
  columnRule: { strength: 'structure', minShare: 0.85, alone: true },
  lookAlikes: ['product_id'],
  positives: [
    'DEUTDEFF500',
    'NEDSZAJ1',
    'BNPAFRPP123',
    'COBADEFF060',
    'INGBNL2A',
    'CHASUS33',
    'BARCGB22',
    'UBSWCHZH80A',
  ],
  negatives: ['DEUTDE', 'deutdeff', 'bank', '12345678', 'yes', 'ABCDXX22', 'A1', 'EXAMPLES'],
  headers: ['BIC', 'Bankleitzahl', 'SWIFT code', 'sort_code', 'código banco'],
  source: 'ISO 9362 (2022)',
});
