import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { JobEvent, JobProgress } from '#shared/contract/job.ts';
import { toContractError } from '#engine/dispatch/to-contract-error.ts';

export interface JobContext {
  jobId: string;
  signal: AbortSignal;
  /** Reports progress; at most eight reports a second leave the engine, and `done` never goes back within a phase. */
  progress(report: Omit<JobProgress, 'type'>): void;
}

/** Where jobs are kept so that one found running after a crash can be named. */
export interface JobRecords {
  started(job: { jobId: string; kind: string; subject: string }): void;
  ended(jobId: string, state: 'succeeded' | 'failed' | 'cancelled'): void;
}

interface RunningJob {
  controller: AbortController;
  finished: Promise<void>;
}

/** The jobs of one engine. Cancelling resolves when the job's own clean-up is done. */
export class Jobs {
  #running = new Map<string, RunningJob>();

  get size(): number {
    return this.#running.size;
  }

  async cancel(jobId: string): Promise<boolean> {
    const job = this.#running.get(jobId);
    if (!job) return false;
    job.controller.abort();
    await job.finished;
    return true;
  }

  async cancelAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
  }

  /**
   * Runs `work` as a job and yields its events: `started`, throttled `progress`, then `result` or `cancelled`; a failure is thrown
   * as the contract's error. A caller that stops listening cancels the job.
   */
  async *run<T>(job: { kind: string; subject: string; signal?: AbortSignal | undefined; records?: JobRecords | undefined }, work: (context: JobContext) => Promise<T>): AsyncGenerator<JobEvent<T>> {
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

    job.records?.started({ jobId, kind: job.kind, subject: job.subject });
    let failure: unknown = null;
    let over = false;
    const finished = (async () => {
      try {
        const value = await work({ jobId, signal: controller.signal, progress });
        job.records?.ended(jobId, 'succeeded');
        push({ type: 'result', value });
      } catch (error) {
        const cancelled = controller.signal.aborted || (error instanceof Failure && error.code === 'JOB_CANCELLED');
        job.records?.ended(jobId, cancelled ? 'cancelled' : 'failed');
        if (cancelled) push({ type: 'cancelled' });
        else failure = error;
      } finally {
        over = true;
        this.#running.delete(jobId);
        job.signal?.removeEventListener('abort', abort);
        wake();
      }
    })();
    this.#running.set(jobId, { controller, finished });

    try {
      for (;;) {
        const event = queue.shift();
        if (event) yield event;
        else if (over) break;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
      if (failure !== null) throw toContractError(failure);
    } finally {
      if (!over) {
        abort();
        await finished;
      }
    }
  }
}
