import { expect, it } from 'vitest';
import { printable, table } from './output.ts';

it('keeps names from a file from steering the terminal', () => {
  expect(printable('red \u001b[31m, back\u0008, first\nsecond, \u202etxt.exe, \u009b2J')).toBe(
    'red \u241b[31m, back\u2408, first\u240asecond, ⟪U+202E⟫txt.exe, ⟪U+009B⟫2J',
  );
  expect(printable('two\nlines', true)).toBe('two\nlines');
  expect(printable('Straße, 日本, 😀')).toBe('Straße, 日本, 😀');
});

it('keeps a cell on its line, so that columns stay below their heads', () => {
  expect(
    table(
      ['column', 'rows'],
      [
        ['new\nline', 3],
        ['city', 12],
      ],
    ),
  ).toBe('column    rows\nnew␊line  3\ncity      12');
});
