import { z } from 'zod';
import { breachDeletions, breachFormIds, breachStates, untoldGrounds } from '#shared/domain/breach.ts';
import { count, fileName, sha256 } from './payload-fields.ts';

const moment = z.iso.datetime();
/** The subject is the record's id; `ref` is what people call it by. */
const about = { ref: z.string().max(20), state: z.enum(breachStates), recordSha256: sha256 };

/**
 * Personal data breaches, by states, moments and counts. What happened, to whom and why lies in the sealed record that
 * `recordSha256` holds; no entry has a word of it.
 */
export const breachEntries = {
  /** The clock began: aware then, due then. */
  'breach.reported': z.strictObject({ ...about, awareAt: moment, dueAt: moment }),
  /** Facts, state or who is affected were stated anew; `people` the most there can be, null before anybody computed it. */
  'breach.updated': z.strictObject({
    ...about,
    awareAt: moment,
    dueAt: moment,
    datasets: count,
    releases: count,
    people: count.nullable(),
  }),
  'breach.decided': z.strictObject({
    ...about,
    risk: z.enum(['none', 'risk', 'high']),
    authority: z.boolean(),
    people: z.boolean(),
    ground: z.enum(untoldGrounds).nullable(),
  }),
  'breach.notified': z.strictObject({ ...about, at: moment, late: z.boolean() }),
  'breach.told': z.strictObject({ ...about, at: moment, people: count }),
  'breach.phase': z.strictObject({ ...about, phase: count }),
  'breach.closed': z.strictObject({ ...about, authority: z.boolean(), people: z.boolean() }),
  /** A closed one was opened again, for the first time, the second …; its clock is what it was. */
  'breach.reopened': z.strictObject({ ...about, times: count }),
  /** The record is erased; why is chosen, not written, so that nothing of it stays in words. */
  'breach.deleted': z.strictObject({
    ref: z.string().max(20),
    why: z.enum(breachDeletions),
  }),
  /** A draft, a letter or the register was written as a file; `ref` null: of all breaches. Nothing was sent. */
  'breach.exported': z.strictObject({
    ref: z.string().max(20).nullable(),
    what: z.enum([...breachFormIds, 'letter', 'register']),
    fileName,
    sha256,
    fields: count,
    filled: count,
  }),
} as const;
