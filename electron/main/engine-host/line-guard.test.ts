import { expect, test } from 'vitest';
import { longestMessage } from '#shared/contract/port-bounds.ts';
import { lineGuard } from './line-guard.ts';

test('a message of the greatest length passes, a longer one and what is no message do not', () => {
  const passes = (message: unknown): boolean => lineGuard(() => 0)(message);
  expect(['x'.repeat(longestMessage), 'x'.repeat(longestMessage + 1), { a: 1 }].map(passes)).toEqual([
    true,
    false,
    false,
  ]);
});

test('so many messages in a second that nobody else is heard do not pass; as many over a minute do', () => {
  let now = 0;
  const all = (step: number): boolean => {
    const guard = lineGuard(() => now);
    return Array.from({ length: 50_000 }, () => {
      now += step;
      return guard('x');
    }).every(Boolean);
  };
  expect(all(0.001)).toBe(false);
  expect(all(1)).toBe(true);
});
