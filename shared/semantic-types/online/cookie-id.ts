import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const analytics = /^(?:GA1\.\d\.)?\d{8,10}\.\d{9,10}$/;

export const cookieId = semanticType({
  id: 'cookie_id',
  label: 'Cookie or visitor identifier',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'integer', 'text', 'decimal', 'category'],
  valueCheck: (text) => analytics.test(text) || /^fb\.\d\.\d{10,13}\.\S+$/.test(text),
  columnRule: { strength: 'structure', minShare: 0.9, minDistinct: 2, alone: true },
  lookAlikes: [],
  tracking: { tracks: 'a browser over many visits', reveals: 'habits' },
  positives: [
    'GA1.2.1033501218.1368477899',
    '1033501218.1368477899',
    'GA1.1.123456789.1600000000',
    'fb.1.1554763741205.1098115397',
    '987654321.1612345678',
    'GA1.3.555555555.1555555555',
    '1234567890.1234567890',
    'fb.1.1600000000000.AbCdEf',
  ],
  negatives: ['12.50', '192.0.2.1', 'yes', '1.5', 'GA1', '2024-01-01', '123456789', '1234.5678'],
  headers: ['cookie_id', 'Besucher-ID', 'id visiteur', 'id de cookie', 'bezoekers-ID', 'domain_userid'],
  source: 'Google Analytics _ga and Meta _fbp cookie formats (2024); GDPR recital 30',
});

export const sessionId = semanticType({
  id: 'session_id',
  label: 'Session identifier',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'integer', 'text', 'category', 'decimal'],
  lookAlikes: [],
  tracking: { tracks: 'one visit', reveals: 'habits' },
  positives: [],
  negatives: [],
  headers: ['session_id', 'Sitzungs-ID', 'id de session', 'id de sesión', 'id sessione', 'sessie-ID'],
  source: 'GDPR recital 30 (2016)',
});
