import { expect, it } from 'vitest';
import { identifiersInText } from './identifiers-in-text.ts';

/** Kinds of which one form alone passes for what it is. */
const kinds = (cell: string): string[] => {
  const sure = identifiersInText(cell).filter(({ passes, beyondChance }) => passes && beyondChance === 0);
  return [...new Set(sure.map(({ kind }) => kind))].toSorted();
};

const cells: [cell: string, kinds: string[]][] = [
  ['2026-04 | ada@example.com | 2026-06', ['email']],
  ['store | +44 20 7946 0958', ['phone']],
  ['10.61.200.45 | <83 | DE89 3704 0044 0532 0130 00', ['iban', 'ip']],
  ['a list, much longer than what is remembered of one part | write to ada.lovelace@example.com, please', ['email']],
  ['10%7Cada%40example.com', ['email']],
  ['2025-09 | 2025-10 | 2025-11', []],
  ['<7.2 | 7.2 to <14 | 14+', []],
];

it.each(cells)('finds in the list %s what its members hold', (cell, expected) => {
  expect(kinds(cell)).toEqual(expected);
  // Once more: what was remembered is the same.
  expect(kinds(cell)).toEqual(expected);
});

it('does not put an identifier together over a bar', () => {
  expect(kinds('+44 20 79 | 46 09 58')).toEqual([]);
});
