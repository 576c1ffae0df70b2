import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const damage = /^\d{4}-\d{2}-\d{2}|^\d{1,3}(?:\.\d{1,3}){3}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^-?\d+\.\d+$/;

/**
 * Digits only are not enough: separators, a country code or a leading zero are asked for unless the header says phone
 * (see `columnRule`).
 */
export const phoneNumber = semanticType({
  id: 'phone_number',
  label: 'Phone number',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text', 'integer', 'category', 'decimal'],
  valueCheck: (text, tools) => {
    const bare = text.replace(/\s*(?:x|ext\.?|#)\s*\d{1,6}$/i, '');
    if (damage.test(bare) || !/^[+(]?[\d(][\d\s()./-]{5,24}$/.test(bare)) return false;
    const digits = bare.replace(/\D/g, '').length;
    return digits >= 6 && digits <= 15 && (tools.isPhone(text) || /[\s()/-]/.test(bare));
  },
  columnRule: { strength: 'shape', minShare: 0.6, minDistinct: 3, vetoBelow: 0.2 },
  lookAlikes: [],
  positives: [
    '+49 30 1234567',
    '(212) 555-0123',
    '020 7946 0958',
    '06 12 34 56 78',
    '+34 600 123 456',
    '212-555-0199',
    '030/1234567',
    '+1 212 555 0100 x12',
  ],
  negatives: ['2017-06-21', '10.0.0.1', '12.50', 'yes', '12345', 'abc-def', '2024/01/01 10:00', '+', '1/2'],
  headers: ['phone', 'Telefonnummer', 'téléphone', 'teléfono', 'cellulare', 'telefoonnummer', 'Mobile Number'],
  source: 'ITU-T E.164 (2010); libphonenumber metadata',
});
