import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/** Writes what ran to the file named by CUSTOS_TEST_COUNTS: counts, and every skip with the reason its author gave. */
export default class CountReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #skipped: { name: string; reason: string }[] = [];

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') this.#passed += 1;
    else if (result.state === 'failed') this.#failed += 1;
    else
      this.#skipped.push({
        name: test.fullName,
        reason: (result.state === 'skipped' && result.note) || 'no reason given',
      });
  }

  onTestRunEnd(_modules: unknown, errors: readonly unknown[], reason: string): void {
    const file = process.env.CUSTOS_TEST_COUNTS;
    const broken = errors.length + (reason === 'failed' && this.#failed === 0 ? 1 : 0);
    if (file)
      writeFileSync(
        file,
        JSON.stringify({ passed: this.#passed, failed: this.#failed + broken, skipped: this.#skipped }),
      );
  }
}
