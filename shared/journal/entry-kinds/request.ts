import { z } from 'zod';
import { requestLetters, requestOutcomes, requestStages, requestTypes, requestWaits } from '#shared/domain/request.ts';
import { count, reason, sha256 } from './payload-fields.ts';

/** `R-14`: counted through, it tells nothing of whom. */
const ref = z.string().max(20);
const day = z.iso.date();
/** The day by which the next duty is due; null where none is. */
const dueOn = day.nullable();

/**
 * What people asked for, as far as the log may know: kind, days, counts and states. Who they are, what they wrote and
 * why it was decided so lies in the sealed record that the hash holds.
 */
export const requestEntries = {
  'request.opened': z.strictObject({ ref, type: z.enum(requestTypes), receivedOn: day, dueOn, recordSha256: sha256 }),
  /** A step of a stage was taken. Counts are those of its kind; absent where it counts nothing. */
  'request.stage': z.strictObject({
    ref,
    stage: z.enum(requestStages),
    isDone: z.boolean(),
    dueOn,
    places: count.optional(),
    rows: count.optional(),
    notSearched: count.optional(),
    told: count.optional(),
    toTell: count.optional(),
    outcome: z.enum(requestOutcomes).optional(),
    letter: z.enum(requestLetters).optional(),
    letterSha256: sha256.optional(),
    recordSha256: sha256,
  }),
  'request.extended': z.strictObject({ ref, toldOn: day, dueOn, recordSha256: sha256 }),
  /** The person was asked for something, or answered it. */
  'request.paused': z.strictObject({
    ref,
    why: z.enum(requestWaits),
    on: day,
    isOver: z.boolean(),
    dueOn,
    recordSha256: sha256,
  }),
  /** `lateBy`: days after the last day, 0 where it was in time. */
  'request.answered': z.strictObject({
    ref,
    outcome: z.enum(requestOutcomes),
    on: day,
    lateBy: count,
    told: count,
    keepUntil: day,
    recordSha256: sha256,
  }),
  /** Its record was erased; `reason` is empty where its time was over. */
  'request.deleted': z.strictObject({ ref, type: z.enum(requestTypes), reason }),
} as const;
