import { z } from 'zod';
import { isoDuration } from './iso-duration.ts';

/** The kinds of data that a rule of retention is shipped for. */
export const shippedRuleIds = [
  'cookie-ids',
  'advertising-ids',
  'other-online-ids',
  'unused-customers',
  'prospects',
  'transactions',
  'visitor-events',
  'consent-proof',
] as const;
export type ShippedRuleId = (typeof shippedRuleIds)[number];
/** A rule that a workspace made itself. */
export const ownRuleId = z.templateLiteral(['own-', z.string().regex(/^[a-z0-9-]{1,60}$/)]);
export type OwnRuleId = z.infer<typeof ownRuleId>;
export const retentionRuleId = z.union([z.enum(shippedRuleIds), ownRuleId]);
export type RetentionRuleId = z.infer<typeof retentionRuleId>;

/**
 * What is done when a period is over. `anonymise`: the rows leave as a release that passes what the word asks, and are
 * deleted then. `review`: a person decides, and nothing is done by itself.
 */
export const retentionActions = ['delete', 'empty', 'anonymise', 'review'] as const;
export const retentionAction = z.enum(retentionActions);
export type RetentionAction = z.infer<typeof retentionAction>;

/** From when a period counts. `columns`: those that a rule names itself; `import`: the day on which the data came in. */
export const retentionStarts = ['first-seen', 'last-act', 'purchase', 'event', 'consent', 'columns', 'import'] as const;
export const retentionStart = z.enum(retentionStarts);
export type RetentionStart = z.infer<typeof retentionStart>;

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

/** What a rule of one's own says; a change of it says all of it anew. */
export const ownRuleSaid = {
  title: z.string().min(1).max(100),
  /** `cells`: each column of such a kind by itself. `rows`: whole rows of tables that hold one of the kinds. */
  about: z.enum(['cells', 'rows']),
  /** Ids of semantic types. Rows: none where only a person says which tables it is for. */
  types: z.array(z.string().min(1).max(100)).max(100),
  start: retentionStart,
  /** The names of the columns that it counts from; empty but where `start` is `columns`. */
  columns: z.array(z.string().min(1).max(20_000)).max(50),
  duration: isoDuration,
  /** Further time after the period before anything is done. */
  grace: isoDuration.nullable(),
  action: retentionAction,
  /** The law or the need that the period follows from. */
  legalReason: z.string().min(1).max(500),
};

/** A rule that a workspace made itself, as it holds. */
export const ownRetentionRule = z.strictObject({ rule: ownRuleId, ...ownRuleSaid, ...entered });
export type OwnRetentionRule = z.infer<typeof ownRetentionRule>;

/** Values that name somebody, as far as one hold takes them. */
export const mostHeldValues = 50;

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
  /** Only the rows of people whom so many values name, which lie sealed; absent: everything. */
  identifiers: z.int().min(1).max(mostHeldValues).optional(),
  ...entered,
});
export type RetentionHold = z.infer<typeof retentionHold>;

/**
 * What becomes of rows that no date can be read of: they are over; they stay until a day; their period counts from the day
 * on which the dataset came in. Null: nobody has decided.
 */
export const undatedDecision = z.union([
  z.strictObject({ as: z.literal('over') }),
  z.strictObject({ as: z.literal('kept'), until: z.iso.date() }),
  z.strictObject({ as: z.literal('import') }),
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
