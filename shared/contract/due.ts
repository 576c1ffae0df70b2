import { z } from 'zod';
import { dueItem, dueKinds } from '#shared/domain/due.ts';
import { method } from './failure.ts';

const listed = dueItem.extend({ overdue: z.boolean() });
export interface DueListed extends z.infer<typeof listed> {}

const notComputed = z.array(z.object({ kind: z.enum(dueKinds), why: z.string() }));

const shown = z.object({
  /** ISO 8601: when it was looked at. */
  now: z.string(),
  /** The earliest first. */
  items: z.array(listed),
  /** Put aside until a day (`YYYY-MM-DD`), by an entry of the log. */
  snoozed: z.array(listed.extend({ until: z.string(), reason: z.string(), entry: z.number() })),
  /** Kinds of which it is not known what is due. */
  notComputed,
});
export interface DueShown extends z.infer<typeof shown> {}
const dueShown: z.ZodType<DueShown> = shown;

const exported = z.object({
  fileName: z.string(),
  sha256: z.string(),
  due: z.number(),
  /** Struck out: in the file before, and due no more. */
  done: z.number(),
  notComputed,
  registerEntry: z.number(),
});
export interface DueExported extends z.infer<typeof exported> {}

/** Everything that somebody must have done by a day or an hour. */
export const due = {
  list: method.input(z.object({})).output(dueShown),
  snooze: method
    .input(z.object({ kind: z.enum(dueKinds), id: z.string(), until: z.string(), reason: z.string() }))
    .output(dueShown),
  /** As iCalendar, at a granted place. */
  calendar: method.input(z.object({ grantId: z.string() })).output(exported),
};
