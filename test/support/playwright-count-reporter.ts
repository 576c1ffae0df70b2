import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** The same counts as count-reporter.ts, for the tests in a real window. */
export default class PlaywrightCountReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const failed = tests.filter((test) => test.outcome() === 'unexpected').length;
    const skipped = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => ({
        name: test.titlePath().filter(Boolean).join(' > '),
        reason:
          test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given',
      }));
    const broken = result.status !== 'passed' && failed === 0 ? 1 : 0;
    const file = process.env.CUSTOS_TEST_COUNTS;
    if (file)
      writeFileSync(
        file,
        JSON.stringify({ passed: tests.length - failed - skipped.length, failed: failed + broken, skipped }),
      );
  }
}
