import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** Three or four digits mean something only under their header. */
export const cardSecurityCode = semanticType({
  id: 'card_security_code',
  label: 'Card security code',
  class: 'linked',
  category: 'personal',
  flags: ['financial'],
  accepts: ['integer', 'category', 'code'],
  range: [0, 9999],
  valueCheck: (text) => /^\d{3,4}$/.test(text),
  columnRule: { strength: 'shape', minShare: 0.8, vetoBelow: 0.5 },
  lookAlikes: [],
  positives: ['123', '007', '4567', '999', '321', '0123', '888', '456'],
  negatives: ['12', '12345', 'abc', '1.5', 'yes', '12a', '', '1-2'],
  headers: ['CVV', 'Kartenprüfnummer', 'cryptogramme', 'código de seguridad', 'card security code'],
  source: 'EMVCo and PCI DSS 4.0 (2022), sensitive authentication data',
});

export const cardExpiry = semanticType({
  id: 'card_expiry',
  label: 'Card expiry date',
  class: 'linked',
  category: 'personal',
  flags: ['financial'],
  accepts: ['date', 'code', 'text', 'category', 'integer'],
  valueCheck: (text) =>
    /^(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?\d{2}$/.test(text) ||
    /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?:20)?\d{2}$/i.test(text),
  columnRule: { strength: 'shape', minShare: 0.9, vetoBelow: 0.5 },
  lookAlikes: [],
  positives: ['12/26', '01/2027', 'Jan-29', 'Mar 2030', '5/28', '11-29', 'Dec-25', '02/31'],
  negatives: ['13/26', '2024-01-01', '1226', 'yes', 'Janus', '12/26/2024', 'May', '0/26'],
  headers: ['CCExpires', 'valid thru', 'Karte gültig bis', 'scadenza carta', 'card_expiry'],
  source: 'ISO/IEC 7813 (2006), expiration date',
});
