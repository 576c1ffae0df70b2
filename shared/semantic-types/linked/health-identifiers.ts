import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const nhs = (text: string): boolean => {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
};
/** German KVNR: a letter, eight digits and a check digit over the letter's number. */
const kvnr = (text: string): boolean => {
  if (!/^[A-Z]\d{9}$/.test(text)) return false;
  const digits = `${String(text.charCodeAt(0) - 64).padStart(2, '0')}${text.slice(1, 9)}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === Number(text[9]);
};

export const nationalHealthId = semanticType({
  id: 'national_health_id',
  label: 'Health service number',
  class: 'linked',
  category: 'personal',
  flags: ['health'],
  accepts: ['integer', 'code', 'text'],
  valueCheck: (text) => nhs(text) || kvnr(text),
  columnRule: { strength: 'checksum', minShare: 0.8, minDistinct: 5, alone: true },
  lookAlikes: [
    'national_id',
    'phone_number',
    'record_id',
    'customer_id',
    'bank_account_number',
    'medical_record_number',
    'imei',
  ],
  positives: [
    '9434765919',
    '943 476 5919',
    '9876543210',
    '943-476-5870',
    'A123456780',
    '4010232137',
    'B234567895',
    '4857773457',
  ],
  negatives: ['1234567890', '943476591', 'A123456789', 'nhs', 'yes', '2024-01-01', '9434765918', 'B12'],
  headers: ['NHS number', 'Versichertennummer', 'carte vitale', 'tarjeta sanitaria', 'número de utente'],
  source: 'NHS Data Dictionary, NHS NUMBER (mod 11, 2023); GKV-Spitzenverband, Krankenversichertennummer (2022)',
});

export const medicalRecordNumber = semanticType({
  id: 'medical_record_number',
  label: 'Medical record number',
  class: 'linked',
  category: 'personal',
  flags: ['health'],
  accepts: ['integer', 'code', 'text'],
  valueCheck: (text) => /^[A-Z]{0,4}[-/ ]?\d[\d/-]{4,14}$/i.test(text),
  columnRule: { strength: 'shape', minShare: 0.8, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['123456789', 'MRN-004512', '00451234', 'A123456', '12-345-678', '987654', 'H 5512345', '2024/00123'],
  negatives: ['2024', 'Diabetes', 'yes', '12', 'A1', 'Anna', '1.5', 'n/a'],
  headers: ['medical_record_number', 'MRN', 'Krankenaktennummer', 'historia clínica', 'cartella clinica'],
  source: 'HIPAA 45 CFR 164.514(b)(2)(i)(H) (2013)',
});
