import type { JobContext } from './run-job.ts';

type Report = Parameters<JobContext['progress']>[0];

/**
 * A stretch of a job, from and to a percentage of the whole: whatever its phases count, the job's bar moves once from
 * one end to the other and never back. A phase that does not know its total stays where the bar is.
 */
export function jobPart(job: JobContext, from: number, to: number): JobContext {
  let reached = from;
  const progress = ({ phase, done, total }: Report): void => {
    const share = total === null || total === 0 ? 0 : Math.min(1, done / total);
    reached = Math.max(reached, from + share * (to - from));
    job.progress({ phase, done: Math.round(reached * 10) / 10, total: 100, unit: 'percent' });
  };
  return { ...job, progress };
}
