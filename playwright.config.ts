import { defineConfig } from '@playwright/test';

/**
 * A second display beside `DISPLAY`, as `:100 /path/of/its/secret`, where there is one: `npm test` starts two. What runs
 * second opens its windows there.
 */
const other = process.env.CUSTOS_OTHER_DISPLAY ?? '';
if (other !== '' && process.env.TEST_PARALLEL_INDEX === '1') {
  const end = other.indexOf(' ');
  Object.assign(process.env, { DISPLAY: other.slice(0, end), XAUTHORITY: other.slice(end + 1) });
}

export default defineConfig({
  testDir: 'test/desktop',
  outputDir: 'test-results',
  // One window at a time on each display: they share its focus.
  workers: other === '' ? 1 : 2,
  timeout: 240_000,
  expect: { timeout: 40_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
