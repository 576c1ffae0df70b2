import { valueOf } from './answer.ts';
import { heldRecords } from './held-records.ts';
import type { RecordVersion, RegisterSnapshot } from './register-snapshot.ts';

/**
 * Notices about a purpose that a person took over and that say they are valid on a day (YYYY-MM-DD), approved or not:
 * what nobody approved tells nobody anything yet.
 */
export const noticesFor = (snapshot: RegisterSnapshot, purpose: string, day: string): RecordVersion<'notice'>[] =>
  heldRecords(snapshot, 'notice').filter(({ body }) => {
    const [from, to] = [valueOf(body.validFrom), valueOf(body.validTo)];
    const valid = from !== undefined && from <= day && (to === undefined || to >= day);
    return valid && valueOf(body.purpose) === purpose && valueOf(body.takenOverBy) !== undefined;
  });

/** Those of them that are approved: they tell people of the purpose. */
export const validNotices = (snapshot: RegisterSnapshot, purpose: string, day: string): RecordVersion<'notice'>[] =>
  noticesFor(snapshot, purpose, day).filter(({ state }) => state === 'approved');
