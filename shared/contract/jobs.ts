import { z } from 'zod';
import { method } from './failure.ts';

export const jobs = {
  /** Aborts a running job and resolves when its clean-up is done; unknown ids resolve to `false`. */
  cancel: method.input(z.object({ jobId: z.string() })).output(z.object({ cancelled: z.boolean() })),
  /** Jobs found running when the workspace was opened after a crash. */
  interrupted: method
    .input(z.object({}))
    .output(z.array(z.object({ jobId: z.string(), kind: z.string(), startedAt: z.string(), subject: z.string() }))),
};
