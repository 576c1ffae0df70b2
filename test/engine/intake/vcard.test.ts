import { expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const cell = (table: { names: string[]; cells: (string | null)[][] }, row: number, name: string) =>
  table.cells[row]![table.names.indexOf(name)];

test('cards of all three versions are rows: folding, escapes, groups, soft line ends, several of a kind', async () => {
  const text = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
    'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =',
    'M=C3=BCller',
    'TEL;HOME;VOICE:+49 40 5550143',
    'END:VCARD',
    '',
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Ann Lee\\, MD',
    'item1.EMAIL;type=INTERNET:ann@example.org',
    'item2.EMAIL:lee@example.net',
    'NOTE:first line\\nsecond\\; and a long l',
    ' ine that is folded',
    'ADR;TYPE="home,pref":;;Hafenstrasse 12;Hamburg;;20457;Germany',
    'X-SKYPE:ann.lee',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:Bo',
    'END:VCARD',
    '',
  ].join('\r\n');
  const table = await bench.read(text, {}, 'people.vcf');
  expect([table.options.format, table.rows, table.rejects.total, table.warnings]).toEqual(['vcard', 3, 0, []]);
  expect(['last_name', 'first_name', 'full_name', 'phone'].map((name) => cell(table, 0, name))).toEqual([
    'Müller',
    'Jörg',
    'Jörg Müller',
    '+49 40 5550143',
  ]);
  expect(
    ['full_name', 'email', 'email_2', 'note', 'street_address', 'postal_code', 'x-skype'].map((name) =>
      cell(table, 1, name),
    ),
  ).toEqual([
    'Ann Lee, MD',
    'ann@example.org',
    'lee@example.net',
    'first line\nsecond; and a long line that is folded',
    'Hafenstrasse 12',
    '20457',
    'ann.lee',
  ]);
  expect([cell(table, 2, 'full_name'), cell(table, 2, 'email')]).toEqual(['Bo', null]);
});

test('a card without its end is set aside with its line, and lines that are none are counted', async () => {
  const text =
    'BEGIN:VCARD\nFN:Ann\nno property\nEND:VCARD\nstray\nBEGIN:VCARD\nFN:Bo\nBEGIN:VCARD\nFN:Cy\nEND:VCARD\n';
  const table = await bench.read(text, {}, 'cut.vcf');
  expect(table.cells).toEqual([['Ann'], ['Cy']]);
  expect(table.rejects.listed).toMatchObject([{ line: 6, kind: 'CARD WITHOUT END' }]);
  expect(table.warnings).toEqual(['2 lines are no property of a card and were left out.']);
});

test('cards with nothing in them are refused by name', async () => {
  expect(await bench.failure(await bench.file('BEGIN:VCARD\nEND:VCARD\n', 'none.vcf'))).toMatchObject({
    code: 'FILE_EMPTY',
    message: expect.stringContaining('none.vcf'),
  });
});
