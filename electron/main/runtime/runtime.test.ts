import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { isEvaluationRuntime } = await import('./runtime.ts');

test.each([
  ['45.4.1', false],
  ['46.0.0', false],
  ['43.0.0', false],
  ['42.9.9', true],
  ['25.1.1', true],
])('where 45 is shipped, Electron %s is for trying out: %s', (running, evaluation) => {
  expect(isEvaluationRuntime(running, '45.4.1')).toBe(evaluation);
});
