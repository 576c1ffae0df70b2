import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const nationalIdentifier: SemanticType = {
  id: 'national_id',
  label: 'National identification number',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'integer', 'text', 'decimal', 'category'],
  valueCheck: (text, tools) => tools.nationalId(text) !== null,
  columnRule: { strength: 'checksum', minShare: 0.75, minDistinct: 4, alone: true, yields: (text) => /^\d{3}-\d{2}-\d{4}$/.test(text) },
  lookAlikes: ['tax_id', 'national_health_id', 'phone_number', 'business_tax_id', 'record_id', 'patient_id', 'bank_account_number', 'medical_record_number', 'passport_number', 'customer_id', 'case_number', 'drivers_license', 'product_id'],
  positives: ['12345678Z', 'X1234567L', 'RSSMRA85T10A562S', '529.982.247-25', '111222333', '44051401458', '123-45-6789', '39053344705'],
  negatives: ['12345678A', '000-12-3456', '666-12-3456', 'RSSMRA85T10A562T', 'abc', '2024-01-01', '12345', 'yes'],
  headers: ['SSN', 'codice fiscale', 'DNI', 'CPF', 'Sozialversicherungsnummer', 'numéro de sécurité sociale', 'BSN'],
  source: 'Check digits of the issuing authorities as implemented by stdnum 1.12 (MIT)',
};
