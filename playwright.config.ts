import { defineConfig } from '@playwright/test';

/**
 * Displays beside `DISPLAY`, where there are some, as `:100 /path/of/its/secret;` each: `npm test` starts them. What runs
 * second opens its windows on the first of them, and so on.
 */
const others = (process.env.CUSTOS_OTHER_DISPLAYS ?? '').split(';').filter((one) => one !== '');
const other = others[Number(process.env.TEST_PARALLEL_INDEX ?? 0) - 1];
if (other !== undefined) {
  const end = other.indexOf(' ');
  Object.assign(process.env, { DISPLAY: other.slice(0, end), XAUTHORITY: other.slice(end + 1) });
}

/** What takes longest is begun first: nobody waits at the end for the one file that was begun last. */
const longest = /\/(recipe|screenshots|classify|wide-file|records|register-files|grid-keyboard|impact)\.spec\.ts$/;

export default defineConfig({
  testDir: 'test/desktop',
  outputDir: 'test-results',
  // One window at a time on each display: they share its focus.
  workers: 1 + others.length,
  timeout: 240_000,
  expect: { timeout: 40_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  // A trace costs a twentieth of every test; `--trace retain-on-failure` writes one where it is wanted.
  use: { trace: 'off' },
  projects: [
    { name: 'long', testMatch: longest },
    { name: 'others', testIgnore: longest },
  ],
});
