import { randomUUID } from 'node:crypto';
import type { JobContext } from './run-job.ts';

/** For a question that is asked without a job of its own, and needs what takes one: nothing of it is shown. */
export const quietJob = (signal: AbortSignal | undefined): JobContext => ({
  jobId: randomUUID(),
  signal: signal ?? new AbortController().signal,
  progress: () => undefined,
  commit: () => undefined,
});
