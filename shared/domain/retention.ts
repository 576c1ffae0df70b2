import { z } from 'zod';
import { isoDuration } from './iso-duration.ts';

/** The kinds of data that a period of retention is set for. */
export const retentionRuleIds = [
  'cookie-ids',
  'advertising-ids',
  'other-online-ids',
  'unused-customers',
  'prospects',
  'transactions',
  'visitor-events',
  'consent-proof',
] as const;
export const retentionRuleId = z.enum(retentionRuleIds);
export type RetentionRuleId = z.infer<typeof retentionRuleId>;

/**
 * What is done when a period is over. `anonymise`: the rows leave as a release that passes what the word asks, and are
 * deleted then. `review`: a person decides, and nothing is done by itself.
 */
export const retentionActions = ['delete', 'empty', 'anonymise', 'review'] as const;
export const retentionAction = z.enum(retentionActions);
export type RetentionAction = z.infer<typeof retentionAction>;

/** From when a period counts. */
export const retentionStarts = ['first-seen', 'last-act', 'purchase', 'event', 'consent'] as const;
export type RetentionStart = (typeof retentionStarts)[number];

const entered = {
  /** Why it was decided so. */
  reason: z.string().min(1).max(2000),
  by: z.string().max(200),
  /** ISO 8601 in UTC. */
  at: z.string().max(40),
};

/** What a workspace decided of a rule, in place of what is proposed. */
export const retentionDecision = z.strictObject({
  rule: retentionRuleId,
  /** Null: the length follows from a policy row, or nobody has decided. */
  duration: isoDuration.nullable(),
  /** Further time after the period before anything is done. */
  grace: isoDuration.nullable(),
  action: retentionAction,
  /** The law or the need that the period follows from; empty where that of the proposal stands. */
  legalReason: z.string().max(500),
  ...entered,
});
export type RetentionDecision = z.infer<typeof retentionDecision>;

/** Data that a law suit, an audit or a law keeps from being deleted, until a day. */
export const retentionHold = z.strictObject({
  id: z.string().min(1).max(100),
  /** Null: every dataset. */
  datasetId: z.string().max(100).nullable(),
  /** Null: whatever any rule says. */
  rule: retentionRuleId.nullable(),
  /** The law or the proceedings that ask for it. */
  citation: z.string().min(1).max(500),
  /** YYYY-MM-DD: the last day on which it holds. */
  until: z.iso.date(),
  ...entered,
});
export type RetentionHold = z.infer<typeof retentionHold>;

/** What becomes of rows that no date can be read of: nobody has decided; they are over; they stay until a day. */
export const undatedDecision = z.union([
  z.strictObject({ as: z.literal('over') }),
  z.strictObject({ as: z.literal('kept'), until: z.iso.date() }),
]);
export type UndatedDecision = z.infer<typeof undatedDecision>;

/** How a rule is bound to a dataset where a person decided it otherwise than proposed. */
export const retentionChoice = z.strictObject({
  datasetId: z.string().min(1).max(100),
  rule: retentionRuleId,
  /** The column whose cells it is about; empty where it is about rows. */
  column: z.string().max(20_000),
  /** False: the rule is not for this dataset. */
  applies: z.boolean(),
  /** The columns that its period counts from; null: as proposed. */
  starts: z.array(z.string().max(20_000)).min(1).max(50).nullable(),
  undated: undatedDecision.nullable(),
  ...entered,
});
export type RetentionChoice = z.infer<typeof retentionChoice>;
