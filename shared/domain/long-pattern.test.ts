import { expect, it } from 'vitest';
import { longPattern } from './long-pattern.ts';

it('leaves out breaks and indentation, and keeps spaces and backslashes within a line', () => {
  const written = longPattern('i')`
    ^(?:
      credit card|
      \d{2}\.\d
    )$
  `;
  expect(written).toEqual(/^(?:credit card|\d{2}\.\d)$/i);
  expect(['Credit Card', '12.3'].every((text) => written.test(text))).toBe(true);
  expect(written.test('creditcard')).toBe(false);
});
