import { z } from 'zod';
import {
  breachCauses,
  breachStates,
  breachTypes,
  identifierForms,
  knownAnswers,
  untoldGrounds,
} from '#shared/domain/breach.ts';
import { columnFlag } from '#shared/domain/column-class.ts';

const known = z.enum(knownAnswers).default('not-known');

const line = z.string().trim().max(300);
const text = z.string().trim().max(5000);
const reason = z.string().trim().min(1).max(2000);
const moment = z.iso.datetime();
const count = z.int().min(0);
const severity = z.int().min(1).max(4);

/** A dataset or a release that was affected, by counts and names of columns: no cell of it. */
export const affectedPart = z.strictObject({
  kind: z.enum(['dataset', 'release']),
  id: z.string().min(1).max(200),
  name: z.string().max(1000),
  /** The dataset that its rows come from. */
  datasetId: z.string().min(1).max(200),
  rows: count,
  columns: z
    .array(z.strictObject({ name: z.string().max(20_000), type: z.string().max(200), flags: z.array(columnFlag) }))
    .max(100_000),
  identifiers: z.enum(identifierForms),
  /**
   * People by the values of column `by`; null: no column tells people apart, and rows are the most there can be.
   * `atMost`: not counted in the file itself but bounded by its rows and by its dataset's people.
   */
  people: z.strictObject({ count, by: z.string().max(20_000).nullable(), atMost: z.boolean() }),
  /** Rows of people under the age of majority, and rows whose age is not known; null: no column tells an age. */
  minors: z.strictObject({ under: count, unknown: count, atMost: z.boolean() }).nullable(),
  /** Rows by country as it is written, the most first; empty: no column tells it. */
  countries: z.array(z.strictObject({ country: z.string().max(100), rows: count })).max(50),
});
export type AffectedPart = z.infer<typeof affectedPart>;

/** What was computed from the workspace about who is affected, and when. */
const breachScope = z.strictObject({ computedAt: moment, parts: z.array(affectedPart).min(1).max(500) });

export const breachDecision = z.strictObject({
  risk: z.enum(['none', 'risk', 'high']),
  authority: z.strictObject({ tell: z.boolean(), reason }),
  people: z.strictObject({ tell: z.boolean(), ground: z.enum(untoldGrounds).nullable(), reason }),
});

/** What people say of a breach, in so far as they have said it: any of it can be said later, or anew. */
export const breachFacts = z.strictObject({
  title: line.min(1),
  description: text.default(''),
  detectedAt: moment.nullable().default(null),
  awareAt: moment,
  occurredFrom: moment.nullable().default(null),
  occurredTo: moment.nullable().default(null),
  types: z.array(z.enum(breachTypes)).max(3).default([]),
  cause: z.enum(breachCauses).default('not-known'),
  /** Of whom the data are, in words: customers, employees. */
  peopleAre: line.default(''),
  encrypted: known,
  keyTaken: known,
  backups: known,
  contact: line.default(''),
  consequences: text.default(''),
  severity: severity.nullable().default(null),
  severityReason: text.default(''),
  measuresTaken: text.default(''),
  measuresPlanned: text.default(''),
  adviceToPeople: text.default(''),
  /** A processor that was the first to know, and when it told us (Art. 33(2)). */
  processor: z
    .strictObject({ name: line.min(1), toldAt: moment })
    .nullable()
    .default(null),
});
export type BreachFacts = z.infer<typeof breachFacts>;

const phase = z.strictObject({ at: moment, by: line, content: text.min(1) });

const closing = z.strictObject({
  at: moment,
  by: line,
  rootCause: text,
  effects: text.min(1),
  remedy: text.min(1),
  lessons: text,
  /** How far it had come; absent in records from before it was kept. */
  stateBefore: z.enum(breachStates).optional(),
});

/**
 * A personal data breach as the register of Art. 33(5) keeps it. It may name people who write it, never people whose
 * data were affected: those are counted.
 */
export const breachBody = z.strictObject({
  ref: z.string().regex(/^B-\d{1,6}$/),
  /** IANA name of the zone in which whoever reported it reads a clock. */
  zone: z.string().min(1).max(100),
  reportedAt: moment,
  reportedBy: line,
  state: z.enum(breachStates),
  facts: breachFacts,
  scope: breachScope.nullable(),
  decision: breachDecision.extend({ at: moment, by: line }).nullable(),
  notified: z
    .strictObject({ at: moment, by: line, authority: line.min(1), reference: line, delayReason: text })
    .nullable(),
  phases: z.array(phase).max(200),
  told: z.strictObject({ at: moment, by: line, channel: line.min(1), people: count }).nullable(),
  closing: closing.nullable(),
  /** Why it was opened again, and what had been said when it was closed. */
  reopenings: z
    .array(z.strictObject({ at: moment, by: line, reason: text.min(1), closing }))
    .max(50)
    .default([]),
});
export type BreachBody = z.infer<typeof breachBody>;
