import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endForGood } from './end-for-good.ts';

let done: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    done.push(`${pid === process.pid ? 'self' : pid} ${signal}`);
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const wipe = (): void => void done.push('wiped');

test.each([
  ['closes', () => Promise.resolve()],
  ['cannot close', () => Promise.reject(new Error('no'))],
])('an engine that %s wipes, then ends', async (_how, close) => {
  endForGood(close, wipe);
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(['wiped', 'self SIGKILL']);
});

test('an engine whose closing never comes to an end wipes and ends all the same', async () => {
  endForGood(() => new Promise(() => {}), wipe);
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(['wiped', 'self SIGKILL']);
});
