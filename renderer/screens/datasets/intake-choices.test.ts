import { expect, it } from 'vitest';
import { sourceFormat } from '#shared/domain/intake.ts';
import { choiceOf, isNumber, optionsOf } from './intake-choices.ts';

it('offers a value for every property of every format, and reads back what it shows', () => {
  const given = {
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    layout: 'none',
    totals: 'keep',
    merged: 'leave',
    table: 'b',
    member: 'a',
    form: 'drawn',
    rowNames: true,
  };
  for (const format of sourceFormat.options)
    for (const option of optionsOf(format)) {
      if (isNumber(option) || option === 'header') continue;
      const value = given[option as keyof typeof given] as never;
      const { entries, chosen, read } = choiceOf(option, value, ['a', 'b']);
      expect(
        entries.map((entry) => entry.value),
        option,
      ).toContain(chosen);
      expect(read(chosen), option).toBe(value);
    }
});

it('keeps an unusual delimiter among the known ones, and lets a file have no quote', () => {
  expect(choiceOf('delimiter', '#', []).entries.at(-1)).toMatchObject({ value: '#' });
  expect(choiceOf('delimiter', undefined, []).chosen).toBeNull();
  const { chosen, read } = choiceOf('quote', '', []);
  expect(chosen).not.toBe('');
  expect(read(chosen)).toBe('');
});

it('says of a header that was not looked for neither yes nor no', () => {
  expect([undefined, true, false].map((value) => choiceOf('header', value, []).chosen)).toEqual([null, 'yes', 'no']);
});
