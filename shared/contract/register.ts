import { z } from 'zod';
import { method } from './failure.ts';

export const logEntry = z.object({
  seq: z.number(),
  ts: z.string(),
  /**
   * What the clock of the machine said, where `ts` never goes back in time; absent in entries written before the
   * register kept it.
   */
  clock: z.string().optional(),
  kind: z.string(),
  actor: z.string(),
  subjectRef: z.string(),
  /** Name of the dataset that the entry is about, as its import gave it: it stays readable when the dataset is gone. */
  about: z.string().optional(),
  leafHash: z.string(),
  prevHash: z.string(),
  payload: z.unknown(),
});
export type LogEntry = z.infer<typeof logEntry>;

/** `custos register verify --json`. */
export const verification = z.object({
  ok: z.boolean(),
  entries: z.number(),
  checkpoint: z.object({ size: z.number(), root: z.string(), at: z.string() }).nullable(),
  problems: z.array(z.object({ seq: z.number().nullable(), kind: z.string(), detail: z.string() })),
});
export type Verification = z.infer<typeof verification>;

export const register = {
  /** Newest first. `text` searches kind, actor and payload. */
  list: method
    .input(
      z.object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
        kind: z.string().optional(),
        text: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ total: z.number(), kinds: z.array(z.string()), entries: z.array(logEntry) })),
  get: method.input(z.object({ seq: z.number().int().min(1) })).output(logEntry),
  verify: method.input(z.object({})).output(verification),
};
