import { expect, it } from 'vitest';
import { normaliseKey } from './normalise-key.ts';

it.each([
  ['email', ' Ada.L@Example.ORG ', '', 'ada.l@example.org'],
  ['email', 'mailto:ada.l@example.org\u200B', '', 'ada.l@example.org'],
  ['phone', '+49 (0)30 / 555-0100', '', '+49305550100'],
  ['phone', '0049 30 5550100', '', '+49305550100'],
  ['phone', '030 5550100', '49', '+49305550100'],
  ['phone', '06 5550100', '39', '+39065550100'],
  ['phone', '030 5550100', '', '0305550100'],
  ['id', ' C-0042 ', '', 'c-0042'],
] as const)('a key (%s) written “%s” is one spelling (%s)', (kind, value, callingCode, key) => {
  expect(normaliseKey(kind, value, callingCode)).toEqual({ key });
});

it.each([
  ['email', 'unknown'],
  ['email', 'a@b@example.org'],
  ['phone', 'n/a'],
  ['phone', '0'],
] as const)('a key (%s) that is none of its kind, “%s”, finds nobody', (kind, value) => {
  expect(normaliseKey(kind, value, '')).toBe('unreadable');
});

it('an empty key finds nobody, spaces and invisible signs alone among them', () => {
  for (const value of [null, '', '   ', '\u200B']) expect(normaliseKey('id', value, '')).toBeNull();
});
