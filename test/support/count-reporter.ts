import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** The first lines of a message: enough to tell what it is about at the end of a long output. */
export const firstLines = (message: string): string => message.split('\n').slice(0, 6).join('\n').slice(0, 600);

/**
 * Writes what ran to the file named by CUSTOS_TEST_COUNTS: counts, every failure with the beginning of its message, and
 * every skip with the reason its author gave.
 */
export default class CountReporter implements Reporter {
  #passed = 0;
  #failures: { name: string; message: string }[] = [];
  #skipped: { name: string; reason: string }[] = [];

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === 'passed') this.#passed += 1;
    else if (result.state === 'failed')
      this.#failures.push({
        name: `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`,
        message: firstLines(result.errors[0]?.message ?? ''),
      });
    else
      this.#skipped.push({
        name: test.fullName,
        reason: (result.state === 'skipped' && result.note) || 'no reason given',
      });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], reason: string): void {
    const file = process.env.CUSTOS_TEST_COUNTS;
    if (!file) return;
    const failures = [...this.#failures];
    // A file that cannot be loaded has no tests that fail, and an error between tests belongs to none.
    for (const module of modules)
      for (const error of module.errors())
        failures.push({ name: relative(process.cwd(), module.moduleId), message: firstLines(error.message) });
    for (const error of errors) failures.push({ name: 'outside any test', message: firstLines(error.message) });
    if (reason === 'failed' && failures.length === 0) failures.push({ name: 'the run', message: 'ended as failed' });
    writeFileSync(file, JSON.stringify({ passed: this.#passed, failures, skipped: this.#skipped }));
  }
}
