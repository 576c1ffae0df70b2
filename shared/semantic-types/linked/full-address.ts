import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const postcode =
  /\b(?:\d{5}(?:-\d{4})?|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{5}-\d{3}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{4})\b/;

export const fullAddress = semanticType({
  id: 'full_address',
  label: 'Full postal address',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['long_text', 'text', 'code'],
  valueCheck: (text) =>
    text.length > 18 &&
    text.length < 400 &&
    /[,\n]| - /.test(text) &&
    postcode.test(text) &&
    /\d+\s+\p{L}|\p{L}\s+\d/u.test(text) &&
    !/@\S+\.\S+ |https?:/.test(text) &&
    text.split(/\s+/).length >= 4 &&
    text.split(/\s+/).length <= 60,
  columnRule: { strength: 'structure', minShare: 0.7, minDistinct: 4, alone: true },
  lookAlikes: [
    'street_address',
    'free_text',
    'ticket_text',
    'review_text',
    'clinical_note',
    'biography',
    'employment_history',
    'medical_service',
  ],
  positives: [
    '12 Main Street, Springfield, 62704',
    'Hauptstr. 5, 10115 Berlin',
    '14 rue de la Paix, 75002 Paris',
    'Via Roma 10, 00184 Roma RM',
    '5 High St, London SW1A 1AA',
    'Rua A 22, 01310-100 São Paulo',
    'Dorpsstraat 8, 1234 AB Utrecht',
    '1 Oak Ave\nSometown, CA 90210',
  ],
  negatives: ['12 Main Street', 'Berlin', '10115', 'ana@example.org', 'Hello, world', '2024-01-01', 'a, b, c', 'yes'],
  headers: ['full_address', 'adresse complète', 'dirección completa', 'Mailing Address', 'volledig adres'],
  source: 'Universal Postal Union S42 (2019)',
});
