import { expect, test } from 'vitest';
import { cellFormat, durationText, filledText } from './cell-format.ts';

test.each([
  ['00000', '1067', '01067'],
  ['000000', '42', '000042'],
  ['000-00-0000', '12345678', '012-34-5678'],
  ['"K-"0000', '7', 'K-0007'],
  ['00\\ 00;-00', '123', '01 23'],
  ['000', '12345', '12345'],
])('under %s the number %s is shown as %s', (code, digits, shown) => {
  const format = cellFormat(code);
  expect(format.kind).toBe('filled');
  expect(format.kind === 'filled' && filledText(digits, format.signs)).toBe(shown);
});

test.each(['0', '0.00', '#,##0', '00.0', '0%', '000E+00', 'General', '@', '1', '49'])('%s fills nothing up', (code) => {
  expect(cellFormat(code)).toEqual({ kind: 'general' });
});

test.each([
  ['[hh]:mm:ss', 'duration'],
  ['[h]:mm', 'duration'],
  ['46', 'duration'],
  ['[mm]:ss', 'duration'],
  ['yyyy-mm-dd', 'moment'],
  ['14', 'moment'],
  ['h:mm', 'moment'],
])('%s makes a %s of a number', (code, kind) => expect(cellFormat(code).kind).toBe(kind));

test.each([
  [1.104166666666667, '26:30:00'],
  [0.5, '12:00:00'],
  [-0.25, '-06:00:00'],
  [1 / 86_400_000, '00:00:00.001'],
  [100, '2400:00:00'],
])('%s days are %s', (days, text) => expect(durationText(days)).toBe(text));

test('what has a sign or a fraction is left as it is', () => {
  const format = cellFormat('00000');
  expect(format.kind === 'filled' && filledText('-12', format.signs)).toBeNull();
  expect(format.kind === 'filled' && filledText('1.5', format.signs)).toBeNull();
});
