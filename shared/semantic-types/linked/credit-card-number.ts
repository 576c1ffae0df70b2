import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const creditCardNumber: SemanticType = {
  id: 'credit_card_number',
  label: 'Payment card number',
  class: 'linked',
  category: 'personal',
  flags: ['financial'],
  accepts: ['integer', 'code', 'text', 'decimal'],
  valueCheck: (text, tools) => tools.isCardNumber(text),
  columnRule: { strength: 'checksum', minShare: 0.85, minDistinct: 4, alone: true },
  lookAlikes: ['imei'],
  positives: ['4111111111111111', '5555 5555 5555 4444', '378282246310005', '6011111111111117', '3530111333300000', '4012-8888-8888-1881', '5105105105105100', '371449635398431'],
  negatives: ['4111111111111112', '1234567890123456', '4111', 'Visa', '0000000000000000', '2024-01-01', 'yes', '555555555555'],
  headers: ['credit_card_number', 'Kreditkartennummer', 'numéro de carte', 'número de tarjeta', 'CCNumber'],
  source: 'ISO/IEC 7812-1 (2017): Luhn digit and issuer ranges',
};
