import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const local = "[a-z0-9!#$%&'*+/=?^_`{|}~.\\u00a1-\\uffff-]{1,64}";
const label = String.raw`[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?`;
const topLevel = String.raw`[a-z\u00a1-\uffff]{2,24}`;
const shape = new RegExp(String.raw`^(?:mailto:)?${local}@((?:${label}\.)+${topLevel})$`, 'i');

export const emailAddress = semanticType({
  id: 'email_address',
  label: 'E-mail address',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text', 'category', 'long_text'],
  // Several addresses may share a cell.
  valueCheck: (text) =>
    shape.test(text) ||
    (text.length < 500 && /[|;,\s]/.test(text) && text.split(/\s*[|;,]\s*|\s+/).every((part) => shape.test(part))),
  columnRule: { strength: 'structure', minShare: 0.3, minDistinct: 1, alone: true, vetoBelow: 0.02 },
  lookAlikes: ['username'],
  positives: [
    'ana@example.org',
    'J.Doe+news@mail.example.com',
    'x_y@sub.example.co.uk',
    'info@example.de',
    'A@B.CO',
    "o'neil@example.ie",
    'mailto:ana@example.org',
    'jörg@müller.example',
  ],
  negatives: [
    'ana@',
    '@ana',
    'ana example.org',
    'ana@localhost',
    'http://example.org',
    'ana@@example.org',
    'yes',
    'ana@example.1',
  ],
  headers: ['email', 'E-Mail-Adresse', 'courriel', 'correo electrónico', 'Email Address', 'emailadres'],
  source: 'RFC 5321 and RFC 6531 (2008, 2012), the part of the syntax in daily use',
});
