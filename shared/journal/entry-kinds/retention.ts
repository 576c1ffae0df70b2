import { z } from 'zod';
import { isoDuration } from '#shared/domain/iso-duration.ts';
import {
  mostHeldValues,
  ownRuleId,
  ownRuleSaid,
  retentionAction,
  retentionRuleId,
  undatedDecision,
} from '#shared/domain/retention.ts';
import { releaseLabel } from '#shared/domain/release-figures.ts';
import { columnName, count, id, reason, recordSha256, sha256 } from './payload-fields.ts';

/** Months that are told of one rule; a length of a thousand years has more. */
const most = 1200;
const month = z.string().regex(/^\d{4}-\d{2}$/);
const at = z.string().max(40);
const citation = z.string().min(1).max(500);

/** A rule on a dataset in numbers: cells where it has a column, else rows. */
const counted = {
  rule: retentionRuleId,
  /** Empty where it is about rows. */
  column: columnName,
  duration: isoDuration.nullable(),
  action: retentionAction,
  total: count,
  /** Past their period on the day; 0 where nobody decided the period. */
  over: count,
  /** Of these, kept by a hold. */
  held: count,
  /** Without a readable date, and nobody decided what becomes of them. */
  undated: count,
  /** Months in which others end. */
  months: z.array(z.strictObject({ month, ends: count })).max(most),
};

/** What a release of the rows that are over was called, and its entry. */
const released = z.strictObject({ label: releaseLabel, releaseEntry: count });

/** How long data are kept: rules, holds, and what was done when a period was over. Counts and hashes, never a value. */
export const retentionEntries = {
  'retention.decided': z.strictObject({
    rule: retentionRuleId,
    duration: isoDuration.nullable(),
    grace: isoDuration.nullable(),
    action: retentionAction,
    legalReason: z.string().max(500),
    reason,
    at,
  }),
  /** A rule of one's own: made, or all of it said anew. */
  'retention.rule-defined': z.strictObject({ rule: ownRuleId, ...ownRuleSaid, reason, at }),
  /** A rule of one's own was taken away, with what was chosen of it for datasets. */
  'retention.rule-removed': z.strictObject({ rule: ownRuleId, title: ownRuleSaid.title, reason }),
  'retention.bound': z.strictObject({
    datasetId: id,
    rule: retentionRuleId,
    column: columnName,
    applies: z.boolean(),
    starts: z.array(columnName).max(50).nullable(),
    undated: undatedDecision.nullable(),
    reason,
    at,
  }),
  'retention.hold-set': z.strictObject({
    holdId: id,
    datasetId: id.nullable(),
    rule: retentionRuleId.nullable(),
    citation,
    until: z.iso.date(),
    /** Values that name the people it is about, which lie sealed under this hash. */
    identifiers: z.int().min(1).max(mostHeldValues).optional(),
    recordSha256,
    reason,
    at,
  }),
  'retention.hold-lifted': z.strictObject({ holdId: id, citation, until: z.iso.date(), reason }),
  /** What would be over on a day was counted, dataset by dataset; nothing was changed. */
  'retention.rehearsed': z.strictObject({
    datasetId: id,
    today: z.iso.date(),
    rows: count,
    rules: z.array(z.strictObject(counted)).max(10_000),
    /** What was over was released by a recipe, and is not anonymised by it: the duty stays open. */
    pseudonymisedOnly: released.optional(),
  }),
  /** What was over was deleted or emptied. */
  'retention.ran': z.strictObject({
    datasetId: id,
    today: z.iso.date(),
    rules: z.array(z.strictObject({ ...counted, acted: count })).max(10_000),
    rowsBefore: count,
    rowsAfter: count,
    cellsEmptied: count,
    sha256Before: sha256,
    sha256After: sha256,
    /** The rows that went had been released as anonymised before. */
    anonymised: released.optional(),
  }),
} as const;
