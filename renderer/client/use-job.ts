import type { JobEvent } from '#shared/contract/job.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { engine, engineLoss } from './connection.ts';

/** A running job as the title bar shows it. `share` 0..1, null while the total is unknown. */
export interface RunningJob {
  key: number;
  name: string;
  phase: string;
  share: number | null;
  cancelling: boolean;
  cancel(): Promise<void>;
}

const jobs = createStore<{ running: RunningJob[] }>({ running: [] });
/** The jobs under way now, oldest first. */
export const runningJobs = (): RunningJob[] => jobs.get().running;
export const useRunningJobs = (): RunningJob[] => useStore(jobs, (now) => now.running);
/** Whether a job of this name is under way. */
export const useIsRunning = (name: string): boolean =>
  useStore(jobs, (now) => now.running.some((job) => job.name === name));

let lastKey = 0;
const change = (key: number, part: Partial<RunningJob>): void =>
  jobs.set((now) => ({ running: now.running.map((job) => (job.key === key ? { ...job, ...part } : job)) }));

/**
 * Runs a job of the contract under a name people read, showing its progress and a Cancel button in the title bar.
 * @param name what is going on, e.g. "Importing customers.csv"
 * @param start calls the contract's method
 * @param onEarly told of what can be looked at while the job goes on, where it has anything
 * @returns the result, or null when it was cancelled (after the engine's clean-up); throws what the job threw
 */
export async function runJob<T>(
  name: string,
  start: () => Promise<AsyncIterable<JobEvent<T>>>,
  onEarly?: (value: T) => void,
): Promise<T | null> {
  const key = ++lastKey;
  let jobId: string | null = null;
  let cancelled = false;
  const cancel = async (): Promise<void> => {
    cancelled = true;
    change(key, { cancelling: true });
    if (jobId !== null) await engine.jobs.cancel({ jobId });
  };
  jobs.set((now) => ({ running: [...now.running, { key, name, phase: '', share: null, cancelling: false, cancel }] }));
  const lost = engineLoss();
  lost.catch(() => {});
  try {
    const events = (await start())[Symbol.asyncIterator]();
    for (;;) {
      const { value: event, done } = await Promise.race([events.next(), lost]);
      if (done) return null;
      if (event.type === 'started') {
        jobId = event.jobId;
        // Cancel was pressed before the engine had given the job a name.
        if (cancelled) void engine.jobs.cancel({ jobId });
      } else if (event.type === 'progress')
        change(key, {
          phase: event.phase,
          share: event.total === null || event.total === 0 ? null : Math.min(1, event.done / event.total),
        });
      else if (event.type === 'early') onEarly?.(event.value);
      else if (event.type === 'cancelled') return null;
      else return event.value;
    }
  } finally {
    jobs.set((now) => ({ running: now.running.filter((job) => job.key !== key) }));
  }
}
