import { breaking, clean } from '../planted-case.ts';
import { digest, email, firstName, fullName, iban, lastName, oneOf, phone, shop, text, whole } from '../values.ts';
import type { Cell } from '../values.ts';

const plain: [string, Cell][] = [
  ['email', email],
  ['E-Mail-Adresse', email],
  ['courriel', email],
  ['contact', email],
  ['field_7', email],
  ['phone', phone],
  ['Telefon', phone],
  ['ref', phone],
  ['full_name', fullName],
  ['Kunde', fullName],
  ['nombre y apellidos', fullName],
  ['iban', iban],
  ['Konto', iban],
  ['contact line', text('{0} <{1}>', fullName, email)],
  ['Anschrift', text('Hauptstraße {0}, {1} Berlin', whole(1, 180, 7), whole(10_115, 14_199, 8))],
  ['note', text('please call {0} at {1}', firstName, phone)],
  ['payer', text('{0}, {1}', lastName, firstName)],
];
const unkeyed: [string, Cell][] = [
  ['email_md5', digest('md5', email)],
  ['email_sha1', digest('sha1', email)],
  ['email_sha256', digest('sha256', email)],
  ['hashed_phone', digest('sha256', phone)],
  ['E-Mail (MD5)', digest('md5', email)],
  ['telefono_hash', digest('md5', phone)],
  ['em', digest('sha256', email)],
  ['user_key', digest('md5', email)],
  ['hem', digest('sha512', email)],
];

export const identifiers = breaking('E3', [
  ...plain.map(([name, cell]) => ({ title: `in plain text: ${name}`, table: { ...shop(4), [name]: cell } })),
  ...unkeyed.map(([name, cell]) => ({
    title: `hash without a key: ${name}`,
    table: { ...shop(4), [name]: cell },
    verdict: 'warn' as const,
  })),
  ...unkeyed.slice(0, 4).map(([name, cell]) => ({
    title: `hash called anonymous: ${name}`,
    release: 'anonymised' as const,
    table: { ...shop(4), [name]: cell },
  })),
]);

const harmless: [string, Cell][] = [
  ['product_name', oneOf('Anna sofa|Bruno lamp|Carla chair|Dario rug')],
  ['brand', oneOf('Garden Joy|Little Wood|Kitchen Star')],
  ['sku', text('SKU-{0}', whole(10_000, 10_040))],
  ['ean', oneOf('4006381333931|4012345678901|5901234123457')],
  ['email_domain', oneOf('example.org|example.com|example.net')],
  ['has_email', oneOf('yes|no')],
  ['phone_type', oneOf('mobile|landline|none')],
  ['email_opens', whole(0, 12)],
  ['Telefonate', whole(0, 8)],
  ['name_day_offer', oneOf('used|unused')],
  ['store', oneOf('Berlin Mitte|Hamburg Altona|Lyon Centre')],
  ['warehouse_code', text('WH{0}', whole(10, 40))],
  ['colour', oneOf('#ff0000|#00ff00|#0000ff|#cccccc')],
  ['build', oneOf('9f86d081|60303ae2|fd61a03a')],
  ['campaign', oneOf('spring@home|summer@lake|winter@fire')],
  ['bank', oneOf('bank transfer|card|invoice')],
  ['discount', oneOf('10+5|20+10|5+5')],
  ['street_type', oneOf('avenue|lane|square')],
];

export const identifierLookAlikes = clean(
  'E3',
  harmless.map(([name, cell]) => ({ title: `no identifier: ${name}`, table: { ...shop(5), [name]: cell } })),
);
