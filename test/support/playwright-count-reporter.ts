import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { firstLines } from './count-reporter.ts';

const nameOf = (test: TestCase): string => test.titlePath().filter(Boolean).join(' > ');

/** The same counts as count-reporter.ts, for the tests in a real window. */
export default class PlaywrightCountReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const failures = tests
      .filter((test) => test.outcome() === 'unexpected')
      .map((test) => ({ name: nameOf(test), message: firstLines(test.results.at(-1)?.error?.message ?? '') }));
    const skipped = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => ({
        name: nameOf(test),
        reason:
          test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given',
      }));
    const passed = tests.length - failures.length - skipped.length;
    if (result.status !== 'passed' && failures.length === 0)
      failures.push({ name: 'the run', message: `ended as ${result.status}` });
    const file = process.env.CUSTOS_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify({ passed, failures, skipped }));
  }
}
