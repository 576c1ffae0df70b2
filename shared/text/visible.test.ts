import { expect, it } from 'vitest';
import { visible } from './visible.ts';

it.each([
  ['\u202eliame', '⟪U+202E⟫liame'],
  ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
  ['a\u0000b\u007fc\u009bd', 'a␀b␡c⟪U+009B⟫d'],
  ['\u2066x\u2069 \u200bzero \ufeffbom so\u00adft', '⟪U+2066⟫x⟪U+2069⟫ ⟪U+200B⟫zero ⟪U+FEFF⟫bom so⟪U+00AD⟫ft'],
  ['pay\u200dpal \u{e0041}', 'pay⟪U+200D⟫pal ⟪U+E0041⟫'],
  ['two\nlines', 'two␊lines'],
])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown));

it('leaves alone what is seen, and joiners that a word or a picture is written with', () => {
  for (const text of ['', 'Straße, 日本, 😀', 'می\u200cخواهم', '👨\u200d👩\u200d👧', 'क्\u200dष', 'שלום'])
    expect(visible(text)).toBe(text);
});

it('keeps lines and tabs of a text that has them', () => {
  expect(visible('a\n\tb\u202e', true)).toBe('a\n\tb⟪U+202E⟫');
});
