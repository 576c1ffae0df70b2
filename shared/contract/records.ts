import { z } from 'zod';
import type { Comparison } from '#shared/register/compare/difference.ts';
import type { Difference } from '#shared/register/diff.ts';
import type { LegalMinimum } from '#shared/register/minimum.ts';
import { recordViews } from '#shared/domain/record-view.ts';
import { recordKindIds, type RecordBody, type RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion, UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { method } from './failure.ts';

const kind = z.enum(recordKindIds);
const id = z.string().min(1).max(100);
const version = z.int().min(1).max(1_000_000);
const reason = z.string().max(2000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const statement = z.object({ field: z.string().max(100), item: z.string().max(100).nullable() });
const versionState = z.enum(['draft', 'in-review', 'returned', 'approved', 'retired']);

/** Values that the engine made and typed itself. */
const made = <T>() => z.custom<T>((value) => value !== undefined);
/** A body as it was typed or read from a file: the engine holds it against its kind's fields and names the one at fault. */
const body = z.custom<RecordBody>((value) => value !== null && typeof value === 'object' && !Array.isArray(value));

/** One record in a list, by the version that people go by: the approved one, else the one in review, else the draft. */
export const recordSummary = z.object({
  kind,
  id: z.string(),
  /** `PA-014`. */
  ref: z.string(),
  /** Empty where nothing is stated yet. */
  title: z.string(),
  version: z.number(),
  state: versionState,
  savedAt: z.string(),
  savedBy: z.string(),
  /** What is being written or reviewed beside the version that holds. */
  beside: z.array(z.object({ state: versionState, version: z.number(), savedAt: z.string(), savedBy: z.string() })),
  /** Fields that the law asks for and nobody has answered. */
  missing: z.array(z.string()),
  /** Of activities: the legal minimum cell by cell. */
  minimum: made<LegalMinimum>().nullable(),
  /** Of activities: the lawful bases of their purposes, each once, in the order of Art. 6(1). */
  bases: z.array(z.string()),
  /** Of activities: in which role, which special categories they name, and in which countries their recipients are. */
  role: z.string().nullable(),
  special: z.array(z.string()),
  countries: z.array(z.string()),
  /** YYYY-MM-DD: when it is to be looked at again; null where nobody said. */
  nextReviewOn: z.string().nullable(),
  /** Everybody who wrote a part of it, in the version that is shown or in its draft, and who owns it. */
  people: z.array(z.string()),
  /** Of activities: whether it names a dataset of the workspace, so that data can be held against it. */
  namesData: z.boolean(),
  /** Generated statements that nobody has taken over. */
  generated: z.number(),
  /** Another version of Custos wrote it, or it is damaged: it is shown and used for nothing. */
  unreadable: z.boolean(),
});
export type RecordSummary = z.infer<typeof recordSummary>;

export const versionSummary = z.object({
  version: z.number(),
  state: versionState,
  savedAt: z.string(),
  savedBy: z.string(),
  reason: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  unreadable: z.boolean(),
});
export type VersionSummary = z.infer<typeof versionSummary>;

/** Another record that names this one. */
export const referrer = z.object({
  kind,
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  field: z.string(),
});
export type Referrer = z.infer<typeof referrer>;

export const recordDetail = z.object({
  /** The version asked for; else the one that holds, in review, or sent back; null where there is a draft alone. */
  version: made<RecordVersion | UnreadableVersion>().nullable(),
  draft: made<RecordVersion | UnreadableVersion>().nullable(),
  /** Newest first. */
  versions: z.array(versionSummary),
  referredBy: z.array(referrer),
});
export type RecordDetail = z.infer<typeof recordDetail>;

const named = z.object({ kind, id });
/**
 * An act on what stands now. `recordSha256`: the `sha256` of the draft, or of the version, that was shown; where it is
 * another by now the act is refused with RECORD_CHANGED. The window always says it; a script that names a record by its
 * reference may leave it out.
 */
const withReason = named.extend({ reason, recordSha256: sha256.optional() });

export const records = {
  /** Records of one kind or of all, by reference. */
  list: method.input(z.object({ kind: kind.optional() })).output(z.array(recordSummary)),
  /** Records in whose text every one of these words stands: whatever is stated, and what others that they name are called. */
  search: method
    .input(z.object({ kind: kind.optional(), text: z.string().max(500) }))
    .output(z.object({ ids: z.array(z.string()) })),
  /** Narrowed lists that people keep in this workspace, by name. */
  views: method.input(z.object({})).output(recordViews),
  saveViews: method.input(z.object({ views: recordViews })).output(recordViews),
  get: method.input(named.extend({ version: version.optional() })).output(recordDetail),
  /**
   * Keeps a draft; without an id a new record begins. Nothing of it is refused for being incomplete. Who says what is
   * the engine's to tell: an answer that is not what it was is the operator's, whatever its origin claims; `taken-over`
   * takes over a generated one.
   * `base`: the `sha256` of the draft, or of the version, that the edit began from; where that is another by now the
   * draft is refused with RECORD_CHANGED and what differs (`findings`), and nothing is written.
   */
  saveDraft: method
    .input(z.object({ kind, id: id.nullable(), body, reason: reason.optional(), base: sha256.nullable().optional() }))
    .output(made<RecordVersion>()),
  /**
   * Sets some fields by plain values, as a file or a script has them; the others stay. A list is a list of values;
   * `{"state": "none"}`, `not-applicable` with a `reason` and `unknown` with `ask` are answers, too; null takes one out.
   * Other records are named by reference or id.
   */
  setFields: method
    .input(
      z.object({
        kind,
        id: id.nullable(),
        fields: z.record(z.string().max(100), z.unknown()),
        reason: reason.optional(),
      }),
    )
    .output(made<RecordVersion>()),
  /** Nothing of the draft is kept but its reference, which is not given again. */
  discardDraft: method.input(withReason).output(z.object({})),
  /** One sitting at a draft is over: one entry tells what it changed. With no id, every sitting. */
  endSitting: method.input(z.object({ kind, id }).partial()).output(z.object({ entries: z.array(z.number()) })),
  /** The draft becomes a version that does not change any more, for somebody to review. */
  send: method.input(withReason).output(made<RecordVersion>()),
  /**
   * Approves one exact version, by the `sha256` that was shown, and takes over the generated statements that are named,
   * or all that there are in it.
   * Where it is not in review any more, or another: RECORD_CHANGED, and what it changed (`findings`).
   */
  approve: method
    .input(
      named.extend({
        version,
        recordSha256: sha256,
        takingOver: z.union([z.array(statement).max(5000), z.literal('all')]).default([]),
      }),
    )
    .output(made<RecordVersion>()),
  /** The version in review goes back to its draft. */
  sendBack: method.input(withReason).output(made<RecordVersion>()),
  /** The approved version holds no longer. Who refers to it is told. */
  retire: method.input(withReason).output(z.object({ version: made<RecordVersion>(), referredBy: z.array(referrer) })),
  /** What differs from one version to another, field by field; `draft` is the one being written. */
  diff: method
    .input(named.extend({ from: version.nullable(), to: z.union([version, z.literal('draft')]) }))
    .output(made<Difference[]>()),
  /** What the workspace shows against what its register says today: differences as tasks, the gravest first. */
  differences: method.input(z.object({})).output(made<Comparison>()),
};

export type { RecordKind };
