import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { longestMessage } from '#shared/contract/port-bounds.ts';
import { paceLine, type LineEnd } from './paced-line.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setUp() {
  const heard: { engine: unknown[]; page: unknown[] } = { engine: [], page: [] };
  const tell: Record<string, (event: { data: unknown }) => void> = {};
  const end = (name: 'page' | 'engine'): LineEnd => ({
    postMessage: (message) => void heard[name].push(message),
    addEventListener: (_type, listener) => {
      tell[name] = listener;
    },
    start: () => {},
  });
  paceLine(end('page'), end('engine'));
  const from = (end: string) => (data: unknown) => tell[end]!({ data });
  return { heard, say: from('page'), answer: from('engine') };
}

test('what is said in measure arrives at once, both ways', () => {
  const { heard, say, answer } = setUp();
  say('a');
  say(new Uint8Array(3));
  answer('b');
  expect(heard).toEqual({ engine: ['a', new Uint8Array(3)], page: ['b'] });
});

test('what is too long, and what is neither text nor bytes, is not heard', () => {
  const { heard, say } = setUp();
  for (const length of [longestMessage + 1, 10 * longestMessage]) {
    say('x'.repeat(length));
    say(new Uint8Array(length));
  }
  for (const message of [{ a: 1 }, ['x'], 5, null]) say(message);
  vi.advanceTimersByTime(10_000);
  expect(heard.engine).toEqual([]);
  say('x'.repeat(longestMessage));
  expect(heard.engine).toHaveLength(1);
});

test('a flood arrives whole and in order, but not all at once', () => {
  const { heard, say } = setUp();
  for (let at = 0; at < 10_000; at += 1) say(`${at}`);
  expect(heard.engine.length).toBeLessThan(1_000);
  vi.advanceTimersByTime(60_000);
  expect(heard.engine).toEqual(Array.from({ length: 10_000 }, (_, at) => `${at}`));
});

test('long messages in a row are spread out, and only so many wait', () => {
  const { heard, say } = setUp();
  for (let at = 0; at < 100; at += 1) say('x'.repeat(longestMessage));
  vi.advanceTimersByTime(1_000);
  expect(heard.engine.length).toBeLessThan(5);
  vi.advanceTimersByTime(600_000);
  expect(heard.engine.length).toBeGreaterThan(4);
  expect(heard.engine.length).toBeLessThan(12);
});
