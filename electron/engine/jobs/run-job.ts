import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { JobEvent, JobProgress } from '#shared/contract/job.ts';
import { toContractError } from '#engine/procedures/to-contract-error.ts';
import { throwIfCancelled } from './cancelled.ts';

export interface JobContext {
  jobId: string;
  signal: AbortSignal;
  /** Reports progress; at most eight reports a second leave the engine, and `done` never goes back within a phase. */
  progress(report: Omit<JobProgress, 'type'>): void;
  /**
   * Called right before what cannot be taken back: throws where the job was cancelled, and from then on it runs to its
   * end.
   */
  commit(): void;
}

/** Hands out what can be looked at of the result while the job goes on. */
export interface Early<T> {
  early(value: T): void;
}

/**
 * Where jobs are kept so that one found running after a crash can be named; a record that cannot be kept decides
 * nothing.
 */
export interface JobRecords {
  started(job: { jobId: string; kind: string; subject: string }): void;
  ended(jobId: string, state: 'succeeded' | 'failed' | 'cancelled'): void;
}

interface RunningJob {
  controller: AbortController;
  /** The work is over, its clean-up included. */
  finished: Promise<void>;
  /** The caller has been told how it ended. */
  answered: Promise<void>;
}

/**
 * How long (milliseconds) a cancelled job may take to clean up before its caller is told; the clean-up goes on
 * meanwhile.
 */
const patience = 600;

/**
 * The jobs of one engine. Cancelling is answered when the job's clean-up is done, or after a moment while it goes on: a
 * native call that is slow to notice holds nobody up. What the job would have kept is not kept then, because `commit`
 * refuses; `cancelAll` waits for the clean-up itself.
 */
export class Jobs {
  #running = new Map<string, RunningJob>();

  get size(): number {
    return this.#running.size;
  }

  async cancel(jobId: string): Promise<boolean> {
    const job = this.#running.get(jobId);
    if (!job) return false;
    job.controller.abort();
    await job.answered;
    return true;
  }

  /** Cancels every job and waits until nothing of any of them is left. */
  async cancelAll(): Promise<void> {
    const jobs = [...this.#running.values()];
    for (const { controller } of jobs) controller.abort();
    await Promise.all(jobs.map(({ finished }) => finished));
  }

  /**
   * Runs `work` as a job and yields its events: `started`, throttled `progress`, then `result` or `cancelled`; a
   * failure is thrown as the contract's error. A caller that stops listening cancels the job.
   */
  async *run<T>(
    job: { kind: string; subject: string; signal?: AbortSignal | undefined; records?: JobRecords | undefined },
    work: (context: JobContext & Early<T>) => Promise<T>,
  ): AsyncGenerator<JobEvent<T>> {
    const jobId = randomUUID();
    const controller = new AbortController();
    const abort = () => controller.abort();
    job.signal?.addEventListener('abort', abort, { once: true });
    if (job.signal?.aborted) abort();

    const queue: JobEvent<T>[] = [{ type: 'started', jobId }];
    let wake = () => {};
    const push = (event: JobEvent<T>) => {
      queue.push(event);
      wake();
    };
    let last = { at: 0, phase: '', done: 0 };
    const progress: JobContext['progress'] = (report) => {
      const now = performance.now();
      const samePhase = report.phase === last.phase;
      if (samePhase && (now - last.at < 125 || report.done < last.done)) return;
      last = { at: now, phase: report.phase, done: report.done };
      push({ type: 'progress', ...report });
    };

    const record = (write: (records: JobRecords) => void): void => {
      try {
        if (job.records) write(job.records);
      } catch {
        // A record tells of the job after a crash; what the job did stands or falls without it.
      }
    };
    record((records) => records.started({ jobId, kind: job.kind, subject: job.subject }));
    let failure: unknown = null;
    let over = false;
    let committed = false;
    let told = false;
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const tellCancelled = () => {
      if (told || committed) return;
      told = true;
      push({ type: 'cancelled' });
      answer();
    };
    let impatience: ReturnType<typeof setTimeout> | undefined;
    controller.signal.addEventListener('abort', () => void (impatience = setTimeout(tellCancelled, patience)), {
      once: true,
    });
    const commit = () => {
      throwIfCancelled(controller.signal);
      committed = true;
    };
    const finished = (async () => {
      try {
        const value = await work({
          jobId,
          signal: controller.signal,
          progress,
          commit,
          early: (known) => push({ type: 'early', value: known }),
        });
        record((records) => records.ended(jobId, told ? 'cancelled' : 'succeeded'));
        if (!told) push({ type: 'result', value });
      } catch (error) {
        const cancelled = controller.signal.aborted || (error instanceof Failure && error.code === 'JOB_CANCELLED');
        record((records) => records.ended(jobId, cancelled ? 'cancelled' : 'failed'));
        if (!cancelled) failure = error;
        else if (!told) push({ type: 'cancelled' });
      } finally {
        over = true;
        clearTimeout(impatience);
        answer();
        this.#running.delete(jobId);
        job.signal?.removeEventListener('abort', abort);
        wake();
      }
    })();
    this.#running.set(jobId, { controller, finished, answered });

    try {
      for (;;) {
        const event = queue.shift();
        if (event) yield event;
        else if (over || told) break;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
      if (failure !== null) throw toContractError(failure);
    } finally {
      if (!over && !told) {
        abort();
        await answered;
      }
    }
  }
}
