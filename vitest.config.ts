import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';
import { runAlone } from './test/support/run-alone.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: [
            '{shared,electron,renderer,scripts}/**/*.test.ts',
            '{shared,electron,renderer}/**/*.test.tsx',
            'test/{architecture,contract,engine,foreign,migrations,property,registry,cli}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', ...runAlone],
        },
      },
      { extends: true, test: { name: 'alone', include: runAlone } },
    ],
  },
});
