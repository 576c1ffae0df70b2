import { seeded } from '#test/support/seeded.ts';

type Draw = (n: number) => number;
const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)]!;
const digits = (draw: Draw, n: number): string => Array.from({ length: n }, () => draw(10)).join('');

const around = ['', '', '', '', ' ', '\t', '\u00a0', '\u2009'];
const times = [
  '',
  '',
  '',
  ' ',
  'T',
  ' 10:00',
  ' 10:00:00',
  'T10:00:00',
  'T10:00',
  ' 1:2:3',
  ' 24:00',
  ' 24:00:00.000',
  ' 24:00:00.5',
  ' 23:59:60',
  ' 10:60',
  ' 10:00:00.1',
  ' 10:00:00.123456',
  ' 10:00:00.1234567',
  ' 10:00:00.',
  '  10:00',
  ' 10:00 PM',
  ' 12:30 am',
  ' 13:00 PM',
  ' 10:00PM',
  ' 10:00:00  Pm',
  ' 10:00:00+02',
  ' 10:00:00Z',
  ' 10:00:00 UTC',
  ' UTC',
  ' (BC)',
  ' 10:00:00+02:30',
  ' 10:00:00-0830',
  ' 10:00:00-99',
  ' 10:00:00+02:',
  ' 10:00:00+02:3',
  ' 10:00:00 +02',
  ' 100:00',
  'Z',
];

/** A text for a date, in an order and with marks that fit, or nearly. */
function date(draw: Draw, at: number): string {
  const year = pick(draw, [
    '2024',
    '1985',
    '2023',
    '1999',
    '85',
    '0000',
    '0001',
    '9999',
    '024',
    '5',
    '1900',
    '2000',
    '1970',
  ]);
  const month = pick(draw, ['1', '02', '2', '06', '10', '12', '12', '13', '0', '011']);
  const day = pick(draw, ['1', '01', '15', '28', '29', '30', '31', '32', '0', '9']);
  const mark = pick(draw, ['-', '.', '/']);
  const written = [
    `${year}-${month}-${day}`,
    `${day}${mark}${month}${mark}${year}`,
    `${month}${mark}${day}${mark}${year}`,
    `${year}${mark}${month}${mark}${day}`,
    `${year}${month}${day}`,
    `${year}-${month}`,
  ][at % 6]!;
  return pick(draw, around) + written + pick(draw, times) + pick(draw, around);
}

const wholeNumbers = ['9'.repeat(38), `${'9'.repeat(37)}.5`, '1e22', '1e23', '123456789012345678', '9007199254740993'];
const numbers = [
  '0',
  '-0',
  '0.5',
  '1.5',
  '2.5',
  '0.125',
  '1.005',
  '0.145',
  '2.675',
  '4.35',
  '48.3',
  '1e-7',
  '12.',
  '0.000000001',
];
const noNumbers = ['NaN', 'inf', '1_000', '0x1A', '٣', '１２', '1 2 3', '--1', '1e', 'e5', ''];

function number(draw: Draw): string {
  const sign = pick(draw, ['', '', '', ' ', '-', '+', '$', '€', '-€ ', '\u00a0', '\t', '£ ']);
  const written = pick(draw, [
    digits(draw, 1 + draw(20)),
    `${digits(draw, 1 + draw(6))}.${digits(draw, draw(18))}`,
    `${digits(draw, 1 + draw(6))},${digits(draw, draw(8))}`,
    `${digits(draw, 1 + draw(3))}.${digits(draw, 3)},${digits(draw, 2)}`,
    `${digits(draw, 1 + draw(3))},${digits(draw, 3)}.${digits(draw, 2)}`,
    `${digits(draw, 2)} ${digits(draw, 3)}`,
    `${digits(draw, 2)}'${digits(draw, 3)}`,
    `${digits(draw, 1)}e${pick(draw, ['', '-', '+'])}${digits(draw, 1)}`,
    ...[numbers, numbers, wholeNumbers, noNumbers].map((list) => pick(draw, list)),
  ]);
  return sign + written + pick(draw, ['', '', '', '', ' ', '%', ' €', '\t', '\u202f']);
}

const signs = [
  'A',
  'z',
  'İ',
  'ı',
  'I',
  'ß',
  'ẞ',
  'Σ',
  'ς',
  'ΑΣ',
  'é',
  'é',
  'Å',
  'Å',
  'Å',
  'ﬁ',
  '𐐀',
  '𐐨',
  '😀',
  '👩‍👩‍👧',
  '漢',
  ' ',
  '\xA0',
  '	',
  '\n',
  '\r',
  '\v',
  ' ',
  '​',
  '﻿',
  "'",
  '"',
  '\\',
  '%',
  '_',
  '$1',
  '\\1',
  '|',
  '0',
  '9',
  '٣',
  '@',
  '.',
  '+',
  '-',
  'ǅ',
  'K',
  'Ⅷ',
  'ꙀᏣ',
  'ͅ',
  'q̣̇',
  '한',
  '한',
  'Dž',
  'Ω',
  'null',
  'NULL',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '^',
  '',
  '',
  '`',
  '--',
  '/*',
  ';',
  '${x}',
  ':x',
  '?',
  '�',
];

const text = (draw: Draw): string => Array.from({ length: draw(7) }, () => pick(draw, signs)).join('');

function address(draw: Draw): string {
  const octet = (): string => pick(draw, [String(draw(256)), String(draw(300)), '0', '255', '01', '256', '']);
  const group = (): string => pick(draw, ['0', '1', 'db8', '2001', 'FFFF', 'abcd', '0000', '00a', '', 'g', '12345']);
  const written = pick(draw, [
    ...Array.from({ length: 4 }, () => `${octet()}.${octet()}.${octet()}.${octet()}`),
    `::ffff:${octet()}.${octet()}.${octet()}.${octet()}`,
    Array.from({ length: 2 + draw(8) }, group).join(':'),
    `${group()}:${group()}::${group()}:${group()}`,
    '::',
    '::1',
    '1::',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '1:::2',
  ]);
  return pick(draw, around) + written + pick(draw, ['', '', '', ' ', '/24']);
}

const mail = (draw: Draw): string =>
  pick(draw, around) +
  pick(draw, ['Jane.Doe+x', 'jane', 'JÄNE', 'a b', '', 'x+y+z', 'İ', 'a\nb', 'x+a\nb', '.', 'a.b.c']) +
  pick(draw, ['@', '@', '@@', '']) +
  pick(draw, ['GMail.com', 'googlemail.com', 'example.com', 'x', 'x.', 'é.de', 'a.b\n']) +
  pick(draw, ['', ' ', '\n']);

const place = (draw: Draw): string =>
  pick(draw, ['(', '', '[', ' ']) +
  pick(draw, ['52.5', '-13.404', '0', '200', '+1', '90.05', '48.3', '-0.05', '5.']) +
  pick(draw, [', ', ',', ';', ' ', '  ', '']) +
  pick(draw, ['13.4', '-200', '7', '48.3', '0.1', '']) +
  pick(draw, [')', '', ']', ' ']);

/** Columns of hostile cells, and what each is filled with. */
export const hostileColumns = ['text', 'date', 'number', 'address', 'mail', 'place', 'group'] as const;

/** Rows of cells that engines read differently when left to themselves. */
export function hostileRows(rows: number, seed: number): (string | null)[][] {
  const next = seeded(seed);
  const draw: Draw = (n) => Math.floor(next() * n);
  const cell = (make: (draw: Draw, at: number) => string, at: number): string | null =>
    draw(40) === 0 ? (draw(2) === 0 ? null : '') : make(draw, at);
  return Array.from({ length: rows }, (_, at) => [
    ...[text, date, number, address, mail, place].map((make) => cell(make, at)),
    pick(draw, ['a', 'A', 'a ', 'é', 'e\u0301', 'É', '', null, '\ta', 'İ', 'i']),
  ]);
}
