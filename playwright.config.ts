import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/desktop',
  outputDir: 'test-results',
  // One window at a time: they share one display and its focus.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 40_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
