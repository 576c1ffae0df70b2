import { z } from 'zod';
import { consentCounts, consentForms } from '#shared/domain/consent.ts';
import { columnName, count, fileName, id, reason, recordSha256, sha256 } from './payload-fields.ts';

/** The consent ledger: what came into it, and what was taken out of it to be done. Counts and hashes, never a person. */
export const consentEntries = {
  'consent.recorded': z.strictObject({
    batchId: id,
    form: z.enum(consentForms),
    datasetId: id,
    keyColumn: columnName,
    /** Absent where the dataset's own columns were read. */
    fileName: fileName.optional(),
    fileSha256: sha256.optional(),
    purposes: z.array(id).max(1000),
    asOf: z.iso.date().nullable(),
    reason,
    rows: count,
    events: count,
    /** Events that the ledger had already. */
    known: count,
    people: count,
    strangers: count,
    unread: count,
    eventsSha256: sha256,
    recordSha256,
  }),
  /** People to ask again were listed in a file. */
  'consent.people-listed': z.strictObject({
    datasetId: id,
    purposeId: id,
    fileName,
    sha256,
    people: count,
    rows: count,
    stillValid: count,
    noContact: count,
    refused: count,
    underAge: count,
    ageUnknown: count,
    columns: z.array(columnName).max(100),
  }),
  /** A calendar of consents that end was written. */
  'consent.calendar-exported': z.strictObject({ fileName, sha256, due: count, until: z.iso.date() }),
  /** Where the people of a purpose stand on a day was looked at, and kept. */
  'consent.checked': z.strictObject({ purposeId: id, day: z.iso.date(), people: consentCounts, lastEvent: count }),
} as const;
