import { describe, expect, it } from 'vitest';
import { Failure } from '#shared/contract/failure.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import { Jobs } from './run-job.ts';

const collect = async <T>(stream: AsyncIterable<JobEvent<T>>) => {
  const events: JobEvent<T>[] = [];
  for await (const event of stream) events.push(event);
  return events;
};

describe('a job', () => {
  it('starts, reports forward progress only, and ends with its result', async () => {
    const jobs = new Jobs();
    const events = await collect(
      jobs.run({ kind: 'test', subject: 'x' }, async ({ progress }) => {
        progress({ phase: 'a', done: 5, total: 10, unit: 'rows' });
        progress({ phase: 'a', done: 3, total: 10, unit: 'rows' });
        progress({ phase: 'b', done: 1, total: null, unit: 'rows' });
        return 42;
      }),
    );
    expect(events.map(({ type }) => type)).toEqual(['started', 'progress', 'progress', 'result']);
    expect(events.at(-1)).toEqual({ type: 'result', value: 42 });
    expect(jobs.size).toBe(0);
  });

  it('says cancelled only after its clean-up, and cancel waits for that', async () => {
    const jobs = new Jobs();
    let cleaned = false;
    const stream = jobs.run({ kind: 'test', subject: 'x' }, async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await new Promise((resolve) => setTimeout(resolve, 30));
      cleaned = true;
      throw new Error('stopped');
    });
    const first = await stream.next();
    const jobId = (first.value as { jobId: string }).jobId;
    expect(await jobs.cancel(jobId)).toBe(true);
    expect(cleaned).toBe(true);
    expect((await collect(stream)).at(-1)).toEqual({ type: 'cancelled' });
    expect(await jobs.cancel(jobId)).toBe(false);
  });

  it('is reported as cancelled while a native call is slow to stop, and nothing of it is kept', async () => {
    const jobs = new Jobs();
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    let kept = false;
    const ended: string[] = [];
    const stream = jobs.run(
      { kind: 'test', subject: 'x', records: { started: () => {}, ended: (_id, state) => void ended.push(state) } },
      async ({ commit }) => {
        await slow;
        commit();
        kept = true;
        return 1;
      },
    );
    const jobId = ((await stream.next()).value as { jobId: string }).jobId;
    expect(await jobs.cancel(jobId)).toBe(true);
    expect(await collect(stream)).toEqual([{ type: 'cancelled' }]);
    expect(jobs.size).toBe(1);
    const all = jobs.cancelAll();
    letGo();
    await all;
    expect({ kept, ended, size: jobs.size }).toEqual({ kept: false, ended: ['cancelled'], size: 0 });
  });

  it('runs to its end once it has begun to keep what it made', async () => {
    const jobs = new Jobs();
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    const stream = jobs.run({ kind: 'test', subject: 'x' }, async ({ commit }) => {
      commit();
      await slow;
      return 42;
    });
    const jobId = ((await stream.next()).value as { jobId: string }).jobId;
    const cancelled = jobs.cancel(jobId);
    setTimeout(letGo, 900);
    expect(await collect(stream)).toEqual([{ type: 'result', value: 42 }]);
    await cancelled;
  });

  it('ends a stream that nobody listens to any more by cancelling the work', async () => {
    const jobs = new Jobs();
    let aborted = false;
    const stream = jobs.run({ kind: 'test', subject: 'x' }, async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      aborted = true;
    });
    await stream.next();
    await stream.return(undefined);
    expect(aborted).toBe(true);
  });

  it.each(['started', 'ended'] as const)('ends as its work does where its record (%s) cannot be kept', async (bad) => {
    const records = {
      started: () => {},
      ended: () => {},
      [bad]: () => {
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      },
    };
    const run = (work: () => Promise<string>) =>
      collect(new Jobs().run({ kind: 'import', subject: 's', records }, work));
    expect((await run(() => Promise.resolve('written'))).at(-1)).toEqual({ type: 'result', value: 'written' });
    await expect(run(() => Promise.reject(new Failure('FILE_EMPTY', 'The file is empty.')))).rejects.toMatchObject({
      code: 'FILE_EMPTY',
    });
    const cancelled = await run(() => Promise.reject(new Failure('JOB_CANCELLED', 'Cancelled.')));
    expect(cancelled.at(-1)).toEqual({ type: 'cancelled' });
  });

  it.each([
    { code: 'SQLITE_FULL' },
    { code: 'ENOSPC' },
    { code: 'EDQUOT' },
    { message: 'IO Error: Could not write file "/x/olga.tmp": No space left on device' },
  ])('says in one sentence that the disk is full: %j', async (what) => {
    const job = new Jobs().run({ kind: 't', subject: 'x' }, () =>
      Promise.reject(Object.assign(new Error('olga'), what)),
    );
    await expect(collect(job)).rejects.toMatchObject({
      code: 'DISK_FULL',
      data: { detail: expect.stringMatching(/^The disk is full[^\n]*$/) },
    });
  });

  it('throws a failure with its code and sentence, and hides what an unknown error said', async () => {
    const jobs = new Jobs();
    await expect(
      collect(
        jobs.run({ kind: 't', subject: 'x' }, () => Promise.reject(new Failure('FILE_EMPTY', 'The file is empty.'))),
      ),
    ).rejects.toMatchObject({ code: 'FILE_EMPTY', data: { detail: 'The file is empty.' } });
    const unknown = collect(
      jobs.run({ kind: 't', subject: 'x' }, () => Promise.reject(new Error('olga@example.org'))),
    ).catch((error: unknown) => error);
    expect(JSON.stringify(await unknown)).not.toContain('olga');
  });
});
