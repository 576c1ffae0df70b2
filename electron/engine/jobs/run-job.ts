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
  async *run<T>(job: Job, work: (context: JobContext & Early<T>) => Promise<T>): AsyncGenerator<JobEvent<T>> {
    const run = new JobRun<T>(job);
    const { jobId, controller, answered } = run;
    const finished = run.start(work, () => this.#running.delete(jobId));
    this.#running.set(jobId, { controller, finished, answered });
    yield* run.told();
  }
}

interface Job {
  kind: string;
  subject: string;
  signal?: AbortSignal | undefined;
  records?: JobRecords | undefined;
}

/** One job from its start until its caller has been told how it ended. */
class JobRun<T> {
  readonly jobId = randomUUID();
  readonly controller = new AbortController();
  readonly answered: Promise<void>;
  readonly #job: Job;
  readonly #queue: JobEvent<T>[] = [{ type: 'started', jobId: this.jobId }];
  readonly #abort = (): void => this.controller.abort();
  #answer = (): void => {};
  #wake = (): void => {};
  #last = { at: 0, phase: '', done: 0 };
  #failure: unknown = null;
  #over = false;
  #committed = false;
  #toldCancelled = false;
  #impatience: ReturnType<typeof setTimeout> | undefined;

  constructor(job: Job) {
    this.#job = job;
    this.answered = new Promise<void>((resolve) => (this.#answer = resolve));
    job.signal?.addEventListener('abort', this.#abort, { once: true });
    if (job.signal?.aborted) this.#abort();
    const { kind, subject } = job;
    this.#record((records) => records.started({ jobId: this.jobId, kind, subject }));
    const { signal } = this.controller;
    const wait = (): void => void (this.#impatience = setTimeout(() => this.#tellCancelled(), patience));
    signal.addEventListener('abort', wait, { once: true });
  }

  /** Does the work; resolves when it is over, its clean-up included. @param onOver called before anybody is woken */
  async start(work: (context: JobContext & Early<T>) => Promise<T>, onOver: () => void): Promise<void> {
    const { jobId, controller } = this;
    try {
      const value = await work({
        jobId,
        signal: controller.signal,
        progress: (report) => this.#progress(report),
        commit: () => this.#commit(),
        early: (known) => this.#push({ type: 'early', value: known }),
      });
      this.#record((records) => records.ended(jobId, this.#toldCancelled ? 'cancelled' : 'succeeded'));
      if (!this.#toldCancelled) this.#push({ type: 'result', value });
    } catch (error) {
      const cancelled = controller.signal.aborted || (error instanceof Failure && error.code === 'JOB_CANCELLED');
      this.#record((records) => records.ended(jobId, cancelled ? 'cancelled' : 'failed'));
      if (!cancelled) this.#failure = error;
      else if (!this.#toldCancelled) this.#push({ type: 'cancelled' });
    } finally {
      this.#over = true;
      clearTimeout(this.#impatience);
      this.#answer();
      onOver();
      this.#job.signal?.removeEventListener('abort', this.#abort);
      this.#wake();
    }
  }

  /** Its events as they come; a caller that stops listening cancels it. */
  async *told(): AsyncGenerator<JobEvent<T>> {
    try {
      for (;;) {
        const event = this.#queue.shift();
        if (event) yield event;
        else if (this.#over || this.#toldCancelled) break;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      if (this.#failure !== null) throw toContractError(this.#failure);
    } finally {
      if (!this.#over && !this.#toldCancelled) {
        this.#abort();
        await this.answered;
      }
    }
  }

  #push(event: JobEvent<T>): void {
    this.#queue.push(event);
    this.#wake();
  }

  #progress(report: Parameters<JobContext['progress']>[0]): void {
    const now = performance.now();
    const samePhase = report.phase === this.#last.phase;
    if (samePhase && (now - this.#last.at < 125 || report.done < this.#last.done)) return;
    this.#last = { at: now, phase: report.phase, done: report.done };
    this.#push({ type: 'progress', ...report });
  }

  #commit(): void {
    throwIfCancelled(this.controller.signal);
    this.#committed = true;
  }

  #tellCancelled(): void {
    if (this.#toldCancelled || this.#committed) return;
    this.#toldCancelled = true;
    this.#push({ type: 'cancelled' });
    this.#answer();
  }

  #record(write: (records: JobRecords) => void): void {
    try {
      if (this.#job.records) write(this.#job.records);
    } catch {
      // A record tells of the job after a crash; what the job did stands or falls without it.
    }
  }
}
