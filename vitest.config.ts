import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{shared,electron,renderer,scripts}/**/*.test.ts',
      '{shared,electron,renderer}/**/*.test.tsx',
      'test/{architecture,contract,engine,foreign,migrations,property,registry,cli}/**/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
