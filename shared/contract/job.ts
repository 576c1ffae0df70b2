import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

/** Progress of a job. `done` and `total` in `unit`; `total` null means unknown: never an invented percentage. */
export const jobProgress = z.object({
  type: z.literal('progress'),
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['rows', 'bytes', 'columns', 'steps', 'percent']),
});
export type JobProgress = z.infer<typeof jobProgress>;

/**
 * The event stream of a job: `started` first, `progress` any number of times, then exactly one of `result` or
 * `cancelled`. `early`, at most once and in few jobs, is the result as far as it is known and can be looked at while
 * the job goes on; it may still be cancelled. `cancelled` arrives after clean-up, or while a slow one goes on (decision
 * 0012). A failure is thrown as the contract's typed error.
 */
export const jobEvents = <T extends z.ZodType>(result: T) =>
  eventIterator(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('started'), jobId: z.string() }),
      jobProgress,
      z.object({ type: z.literal('early'), value: result }),
      z.object({ type: z.literal('result'), value: result }),
      z.object({ type: z.literal('cancelled') }),
    ]),
  );

export type JobEvent<T> =
  | { type: 'started'; jobId: string }
  | JobProgress
  | { type: 'early'; value: T }
  | { type: 'result'; value: T }
  | { type: 'cancelled' };
