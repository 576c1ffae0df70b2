import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueTools } from '../value-tools.ts';
import { findIdentifiers } from './find-identifiers.ts';

const kinds = (cell: string) =>
  findIdentifiers(cell, valueTools())
    .filter(({ sure }) => sure)
    .map(({ kind }) => kind)
    .sort();
const likely = (cell: string) =>
  findIdentifiers(cell, valueTools())
    .map(({ kind }) => kind)
    .sort();

const word = fc.stringMatching(/^[a-z]{2,10}$/);
const address = fc
  .tuple(word, word, fc.constantFrom('example.org', 'mail.example.com', 'shop.example', 'example.co.uk'))
  .map(([first, last, host]) => `${first}.${last}@${host}`);
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

test('an address is found whatever it is wrapped in', () => {
  const wraps: ((mail: string) => string)[] = [
    (mail) => mail,
    (mail) => mail.toUpperCase(),
    (mail) => `https://shop.example/p?id=7&email=${mail}`,
    (mail) => `https://shop.example/p?e=${encodeURIComponent(mail)}#top`,
    (mail) => `https://shop.example/p?e=${encodeURIComponent(encodeURIComponent(mail))}`,
    (mail) => `/u/${percent(mail)}/orders`,
    (mail) => JSON.stringify([{ contact: [{ mail }] }, 1]),
    (mail) => `{"a":"${mail.replace('@', '\\u0040')}"}`,
    (mail) => `x; ${mail}; y`,
    (mail) => `Please write to <${mail}>.`,
    (mail) => `mailto:${mail}`,
    (mail) => mail.replace('@', ' (at) '),
    (mail) => `t=${Buffer.from(mail).toString('base64')}`,
    (mail) => mail.replace('@', '&#64;'),
    (mail) => mail.replace('@', ' @ '),
    (mail) => `x; ${mail.replace('@', ' @')} | ${mail.replace('@', '@ ')}`,
    (mail) => `{"cut": ["${mail}", "and th`,
    (mail) => `${mail.slice(0, 3)}\u200b${mail.slice(3)}`,
  ];
  fc.assert(fc.property(address, fc.constantFrom(...wraps), (mail, wrap) => kinds(wrap(mail)).includes('email')));
});

test('numbers of persons are found as the cell, in addresses, in texts and in lists', () => {
  for (const wrap of [
    (text: string) => text,
    (text: string) => `https://x.example/r?to=${encodeURIComponent(text)}`,
    (text: string) => `call ${text} today`,
    (text: string) => JSON.stringify({ a: [text] }),
  ]) {
    expect(kinds(wrap('+491701234567'))).toEqual(['phone']);
    expect(kinds(wrap('+44 20 7946 0958'))).toEqual(['phone']);
    expect(kinds(wrap('DE02 1203 0000 0000 2020 51'))).toEqual(['iban']);
    expect(kinds(wrap('DE02120300000000202051'))).toEqual(['iban']);
    expect(kinds(wrap('4111 1111 1111 1111'))).toEqual(['card']);
    expect(kinds(wrap('12345678Z'))).toEqual(['nationalId']);
  }
  expect(kinds('AT61 1904 3002 3457 3201 paid')).toEqual(['iban']);
  expect([likely('4111111111111111'), likely('123-45-6789'), likely('(212) 555-0123'), likely('Anna Schmidt')]).toEqual(
    [['card'], ['nationalId'], ['phone'], ['name']],
  );
  expect(likely('[{"name":"Anna Schmidt"}]')).toEqual(['name']);
  expect([kinds('203.0.113.77'), kinds('2001:db8::1:77'), kinds('00:1A:2B:3C:4D:5E')]).toEqual([
    ['ip'],
    ['ip'],
    ['mac'],
  ]);
});

test('what only looks like one is left alone', () => {
  const harmless = [
    'icon@2x.png',
    '@ana',
    'ana@localhost',
    'https://social.example/@ana/12',
    '2024-01-01T10:00:00+01:00',
    '10.0.0.1',
    '1.2.3.4',
    '12:30:45',
    'DE89370400440532013001',
    '4111 1111 1111 1112',
    'https://192.0.2.200/page',
    'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    '550e8400-e29b-41d4-a716-446655440000',
    'ORD-2024-0001',
    '+5',
    '+12.5',
    '1.234.567',
    'Quarterly Report',
    'SKU 1234 5678',
  ];
  expect(harmless.filter((cell) => kinds(cell).length > 0)).toEqual([]);
});

test('no text takes long or throws', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => Array.isArray(findIdentifiers(text, valueTools()))));
  const long = [
    `${'a.'.repeat(20_000)}@`,
    'a@'.repeat(20_000),
    '+1 '.repeat(20_000),
    'AB12 '.repeat(20_000),
    '['.repeat(50_000),
    '%25'.repeat(20_000),
    `${'1234 '.repeat(20_000)}`,
    '&#64;'.repeat(10_000),
  ];
  for (const text of long) expect(findIdentifiers(text, valueTools()).length).toBeLessThan(5);
});

test('links that dial a number and fields that say they hold one need no plus', () => {
  for (const cell of [
    'https://wa.me/491701234567?text=hi',
    'tel:01701234567',
    'sms:+491701234567',
    '/x?phone=1701234567',
    '{"mobile":"0170 1234567"}',
    'msisdn: 491701234567',
  ])
    expect(kinds(cell)).toEqual(['phone']);
  for (const cell of [
    'hotel: 1234567',
    'telemetry=12345678',
    'phone=no',
    'mobile: 42',
    'see you @ 8.30',
    'a @ b',
    '3 @ 4.99',
  ])
    expect(kinds(cell)).toEqual([]);
});
