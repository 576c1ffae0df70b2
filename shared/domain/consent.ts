import { z } from 'zod';

/**
 * What an event says of somebody's consent (ISO/IEC TS 27560, DPV 2.3). Revoked was ended by another party, withdrawn by
 * the person; both end it.
 */
export const consentStates = [
  'requested',
  'deferred',
  'refused',
  'given',
  'renewed',
  'expired',
  'invalidated',
  'revoked',
  'withdrawn',
  'unknown',
] as const;
export type ConsentState = (typeof consentStates)[number];

/** What a source says that events are read from. */
export const consentForms = ['columns', 'file', 'tcf', 'google', 'kantara', 'iso-27560'] as const;
export type ConsentForm = (typeof consentForms)[number];

/** Why an event is not what it seems: nothing in doubt ever counts as a yes. */
export const consentDoubts = ['undated', 'future', 'unreadable', 'swappable', 'other-purpose'] as const;
export type ConsentDoubt = (typeof consentDoubts)[number];

/** ISO 8601: a day, or a moment in UTC. */
export const consentMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z)?$/);

/** What may be done with somebody's data on a day, for one purpose. Only `valid` lets a row leave. */
export const consentStandings = ['valid', 'expired', 'pending', 'withdrawn', 'refused', 'unknown'] as const;
export type ConsentStanding = (typeof consentStandings)[number];

/** People or rows by where they stand; each standing is there, with 0 where nobody is. */
export const consentCounts = z.strictObject({
  valid: z.int().min(0),
  expired: z.int().min(0),
  pending: z.int().min(0),
  withdrawn: z.int().min(0),
  refused: z.int().min(0),
  unknown: z.int().min(0),
});
export type ConsentCounts = z.infer<typeof consentCounts>;

export const noConsentCounts = (): ConsentCounts => ({
  valid: 0,
  expired: 0,
  pending: 0,
  withdrawn: 0,
  refused: 0,
  unknown: 0,
});

/** How a person is named in the ledger: which values mean the same person. */
export const consentKeyKinds = ['email', 'phone', 'id'] as const;
export type ConsentKeyKind = (typeof consentKeyKinds)[number];

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/**
 * One reading into the ledger: where its events are from and what was found. Its events stand in a table of their own,
 * held by `eventsSha256`.
 */
export const consentBatch = z.strictObject({
  id: z.string().min(1).max(100),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string().max(200),
  form: z.enum(consentForms),
  /** The file that it was read from; null: the dataset's own columns. */
  file: z.strictObject({ name: z.string().max(1000), sha256: hex }).nullable(),
  /** Whose people they are. */
  datasetId: z.string().max(200),
  /** Its column that names a person, and what that column is. */
  keyColumn: z.string().max(20_000),
  keyType: z.string().max(100),
  keyKind: z.enum(consentKeyKinds),
  /** Ids of the purposes that events were entered for. */
  purposes: z.array(z.string().max(200)).max(1000),
  /** The day that a source without dates speaks of, as a person said, and why that is so. */
  asOf: z.iso.date().nullable(),
  reason: z.string().max(2000),
  rows: count,
  events: count,
  people: count,
  /** People of the source whom the dataset does not have. */
  strangers: count,
  /** Rows of which no event could be made. */
  unread: count,
  /** Number of its last event in the ledger. */
  lastEvent: count,
  eventsSha256: hex,
});
export type ConsentBatch = z.infer<typeof consentBatch>;

/** Where everybody whom the ledger knew stood for a purpose at the end of a day. Counts alone. */
export interface ConsentStatistics {
  /** Id, and what people call it. */
  purpose: string;
  title: string;
  /** YYYY-MM-DD. */
  day: string;
  people: ConsentCounts;
  /** Of those of whom it is unknown: how many for which reason. */
  unknown: Readonly<Record<string, number>>;
  /** People whose consent ends in a month, YYYY-MM. */
  due: readonly { month: string; people: number }[];
  /** What it was read from, by the day, with how many events. */
  readings: readonly { at: string; form: string; events: number; entriesSha256: string }[];
}
