import { expect, test } from 'vitest';
import fc from 'fast-check';
import { maskValue } from './mask-value.ts';

test('the shape of a value stays, its letters and digits do not', () => {
  expect(maskValue('ana.lopez@example.org')).toBe('aaa•••.aaa•••@aaa•••.aaa•••');
  expect(maskValue('+49 30 1234567')).toBe('+99 99 999•••');
  expect(maskValue('Anna Schmidt')).toBe('Aaa••• Aaa•••');
});

test('two values of one shape have one mask, however long their words', () => {
  expect(maskValue('Yes')).toBe(maskValue('No'));
  expect(maskValue('Maria Rossi')).toBe(maskValue('Katharina Müller-Lüdenscheidt'.split('-')[0] ?? ''));
});

test('nothing of a value can be read in its mask', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const mask = maskValue(text);
      expect(mask.length).toBeLessThanOrEqual(41);
      expect(mask.replace(/[aA9]/g, '')).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});
