import { z } from 'zod';

/** What has a day or an hour by which somebody must have done something. */
export const dueKinds = [
  'request',
  'breach',
  'retention',
  'quality',
  'consent',
  'review',
  'assessment',
  'key',
  'backup',
  'law',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** One thing that is due. It holds no word of a person: `ref` and counts name it. */
export const dueItem = z.object({
  kind: z.enum(dueKinds),
  /** Of the thing itself: the same from day to day, so that a calendar can update it. */
  id: z.string(),
  /** What people call it, `R-14`; empty where it has no name of its own. */
  ref: z.string(),
  /** What is to be done, as a sentence without its end: `Answer the request for erasure`. */
  what: z.string(),
  /** A day (`2026-12-04`) or, where hours count, an instant (RFC 3339, UTC). */
  at: z.string(),
  /** Name of the screen on which it is done. */
  screen: z.string(),
});
export interface DueItem extends z.infer<typeof dueItem> {}
