import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMapping, writeMapping } from './mapping-text.ts';

it('reads back every hierarchy it writes, whatever stands in the fields', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', ' ', '\n', ',', '0') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      expect(readMapping(writeMapping(rows))).toEqual({ ok: true, rows });
    }),
  );
});

it('takes what a person types, and names the line that has no level', () => {
  expect(readMapping(' Ghent ; Belgium ;Europe\r\n\nLima;Peru')).toEqual({
    ok: true,
    rows: [
      ['Ghent', 'Belgium', 'Europe'],
      ['Lima', 'Peru'],
    ],
  });
  expect(readMapping('Ghent;Belgium\nLima')).toEqual({ ok: false, line: 2 });
  expect(readMapping('')).toEqual({ ok: true, rows: [] });
});
