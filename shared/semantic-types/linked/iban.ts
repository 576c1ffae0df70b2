import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const iban = semanticType({
  id: 'iban',
  label: 'IBAN',
  class: 'linked',
  category: 'personal',
  flags: ['financial'],
  accepts: ['code', 'text'],
  valueCheck: (text, tools) =>
    tools.isIban(text) || /^[A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){3,7}[A-Z0-9]{1,4}$/.test(text),
  columnRule: { strength: 'checksum', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: [],
  positives: [
    'DE89370400440532013000',
    'GB29 NWBK 6016 1331 9268 19',
    'FR1420041010050500013M02606',
    'ES9121000418450200051332',
    'IT60X0542811101000000123456',
    'NL91ABNA0417164300',
    'CH9300762011623852957',
    'BE68539007547034',
  ],
  negatives: ['DE', 'XX00', '1234567890', 'IBAN', 'yes', 'DE8937', '12345678Z', 'example'],
  headers: ['IBAN', 'iban_number', 'code IBAN', 'código IBAN', 'IBAN-Nummer'],
  source: 'ISO 13616-1 (2020), mod 97-10; a wrong check digit still shows an IBAN',
});
