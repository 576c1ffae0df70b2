import { expect, test } from 'vitest';
import type { JobContext } from './run-job.ts';
import { jobPart } from './job-part.ts';

test('the parts of a job make one bar that never goes back, whatever their phases count', () => {
  const seen: [string, number][] = [];
  const job: JobContext = {
    commit: () => {},
    jobId: 'j',
    signal: new AbortController().signal,
    progress: ({ phase, done, total }) => seen.push([phase, done / total!]),
  };
  const first = jobPart(job, 0, 40);
  const second = jobPart(job, 40, 100);
  first.progress({ phase: 'reading', done: 500, total: 1000, unit: 'bytes' });
  first.progress({ phase: 'reading', done: 1000, total: 1000, unit: 'bytes' });
  first.progress({ phase: 'again', done: 1, total: 1000, unit: 'bytes' });
  second.progress({ phase: 'profiling', done: 3, total: 6, unit: 'columns' });
  second.progress({ phase: 'sealing', done: 0, total: null, unit: 'bytes' });
  expect(seen).toEqual([
    ['reading', 0.2],
    ['reading', 0.4],
    ['again', 0.4],
    ['profiling', 0.7],
    ['sealing', 0.7],
  ]);
});
