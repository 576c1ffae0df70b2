import { valueOf } from './answer.ts';
import { heldRecords } from './held-records.ts';
import type { RecordVersion, RegisterSnapshot } from './register-snapshot.ts';

/** Notices about a purpose that a person took over and that are valid on a day (YYYY-MM-DD). */
export const validNotices = (snapshot: RegisterSnapshot, purpose: string, day: string): RecordVersion<'notice'>[] =>
  heldRecords(snapshot, 'notice').filter(({ body }) => {
    const [from, to] = [valueOf(body.validFrom), valueOf(body.validTo)];
    const valid = from !== undefined && from <= day && (to === undefined || to >= day);
    return valid && valueOf(body.purpose) === purpose && valueOf(body.takenOverBy) !== undefined;
  });
