import { z } from 'zod';
import { classificationPolicy, columnClass } from '#shared/domain/column-class.ts';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { releaseLabel } from '#shared/domain/release-figures.ts';

/**
 * What each kind of register entry says. No payload holds a value of a dataset: ids, counts, file names and hashes,
 * column names, rule ids, and the reasons that people give. Shares and other decimals are texts, so that every payload
 * has one spelling.
 */
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().min(1).max(200);
const reason = z.string().max(2000);
const fileName = z.string().max(1000);
const decimal = z.union([z.string().regex(/^-?\d{1,18}(\.\d{1,18})?(e[+-]\d{1,3})?$/), z.int()]);
const columnName = z.string().max(20_000);
const publicKey = z.string().max(200);
/**
 * Hash of the catalogue's record that goes with the entry: whoever relies on the record later holds it against this.
 * Entries before schema 5 have none.
 */
const recordSha256 = sha256.optional();

const release = {
  releaseId: id.optional(),
  datasetId: id.nullable(),
  fileName,
  sourceSha256: sha256,
  recipeSha256: sha256,
  planHash: z.string().max(200).optional(),
  purpose: z.string().max(200),
  release: releaseKind,
  label: releaseLabel.optional(),
  rowsIn: count.optional(),
  rowsOut: count.optional(),
  suppressed: count.optional(),
  k: count.optional(),
  uniqueRows: count.optional(),
  uniqueAllColumns: count.optional(),
  relinkable: decimal.optional(),
  targetK: count.optional(),
  targetSuppression: decimal.optional(),
  /** Guardrails and their verdicts; columns by name. */
  findings: z
    .array(
      z.strictObject({
        id,
        verdict: z.enum(['pass', 'warn', 'block']),
        state: z.enum(['passed', 'needs-you', 'blocked', 'does-not-apply', 'not-stated']).optional(),
        columns: z.array(columnName).optional(),
      }),
    )
    .optional(),
};

export const entryKinds = {
  'workspace.created': z.strictObject({
    workspaceId: id,
    organisation: z.string().max(200),
    policy: classificationPolicy,
    appVersion: z.string().max(100),
    publicKey,
    temporary: z.boolean(),
    operator: z.string().max(200).optional(),
    createdAt: z.string().max(40).optional(),
  }),
  'workspace.saved': z.strictObject({ organisation: z.string().max(200) }),
  'workspace.migrated': z.strictObject({ from: count, to: count, backup: fileName }),
  'dataset.imported': z.strictObject({
    datasetId: id,
    name: z.string().max(1000),
    fileName,
    sha256,
    bytes: count,
    rows: count,
    rejectedRows: count,
    columns: count,
    format: z.string().max(50),
    channel: z.string().max(100).nullable().optional(),
    informedHow: reason.optional(),
    warnings: count.optional(),
    recordSha256,
  }),
  'dataset.deleted': z.strictObject({ datasetId: id, name: z.string().max(1000).optional(), reason }),
  'dataset.provenance-set': z.strictObject({
    datasetId: id,
    channel: z.string().max(100).nullable(),
    informedHow: reason,
    recordSha256,
  }),
  'classification.suggested': z.strictObject({
    datasetId: id,
    sourceSha256: sha256.optional(),
    policy: classificationPolicy,
    columns: count,
    classes: z.partialRecord(columnClass, count).optional(),
    needReview: count.optional(),
    recordSha256,
  }),
  'classification.decided': z.strictObject({
    datasetId: id.nullable(),
    sourceSha256: sha256.optional(),
    decisions: z
      .array(
        z.strictObject({
          column: columnName,
          action: z.enum(['accepted', 'overridden', 'withdrawn']),
          type: z.string().max(100),
          class: columnClass,
          suggestedType: z.string().max(100).optional(),
          suggestedClass: columnClass.optional(),
          reason: reason.nullable(),
          recordSha256,
        }),
      )
      .min(1),
  }),
  'policy.changed': z.strictObject({ from: classificationPolicy, to: classificationPolicy, reason }),
  'operator.changed': z.strictObject({ from: z.string().max(200), to: z.string().max(200) }),
  'purpose.saved': z.strictObject({
    purposeId: id,
    title: z.string().max(200),
    sha256,
    lawfulBases: z.array(z.string().max(50)),
    retentionDays: count.nullable(),
    targeting: z.boolean(),
    recordSha256,
  }),
  'recipe.saved': z.strictObject({
    datasetId: id.nullable(),
    sha256,
    purpose: z.string().max(200),
    release: releaseKind,
    steps: count,
    operations: z.array(z.string().max(100)).optional(),
  }),
  /**
   * Judged, written beside its place and about to get its name: whatever happens from here on, the register knows what
   * it was.
   */
  'release.announced': z.strictObject({ ...release, outputSha256: sha256, certificateSha256: sha256 }),
  /** An announced release that did not come to be: its files were taken back, or nobody knows where they were to be. */
  'release.cleared': z.strictObject({
    releaseId: id,
    fileName,
    outputSha256: sha256,
    found: z.enum(['taken-back', 'unknown']),
  }),
  'release.written': z.strictObject({
    ...release,
    outputSha256: sha256,
    certificateSha256: sha256,
    bytes: count.optional(),
    recordSha256,
  }),
  'release.refused': z.strictObject({
    ...release,
    code: z.enum(['TARGET_MISSED', 'GUARDRAIL_BLOCKS', 'REGISTER_CONTRADICTS']),
    reason: reason.optional(),
  }),
  'release.deleted': z.strictObject({ releaseId: id, fileName: fileName.optional(), reason }),
  /** One cell (`row` 0-based) or, without `row`, the whole column; never the value. */
  'value.revealed': z.strictObject({
    datasetId: id,
    column: columnName,
    row: count.optional(),
    revealed: z.boolean().optional(),
  }),
  /** A filter on a masked column; the words searched for are not kept. */
  'value.searched': z.strictObject({ datasetId: id, column: columnName, comparison: z.string().max(40) }),
  /** How many rows hold each value of a masked column was asked for; no value is kept. */
  'value.counted': z.strictObject({ datasetId: id, column: columnName }),
  /** The first rows of a file were shown in clear before it was imported; no value is kept. */
  'file.looked-into': z.strictObject({ fileName, rows: count, columns: count }),
  'dictionary.exported': z.strictObject({ datasetId: id, fileName, sha256 }),
  'inventory.exported': z.strictObject({ datasetId: id, fileName, sha256, items: count }),
  /**
   * A description of the dataset's columns was kept with it: how many it describes, and how many of them the dataset
   * has.
   */
  'codebook.imported': z.strictObject({ datasetId: id, fileName, sha256, variables: count, matched: count }),
  /** Master and signing key were made, sealed by a passphrase and a recovery key. */
  'key.created': z.strictObject({ keyId: z.string().max(100), publicKey }),
  'key.passphrase-changed': z.strictObject({ keyId: z.string().max(100) }),
  'key.recovery-renewed': z.strictObject({ keyId: z.string().max(100) }),
  'key.recovery-used': z.strictObject({ keyId: z.string().max(100) }),
  'setting.changed': z.strictObject({
    setting: z.string().max(100),
    from: z.union([z.string().max(2000), z.int(), z.boolean(), z.null()]),
    to: z.union([z.string().max(2000), z.int(), z.boolean(), z.null()]),
  }),
  'job.interrupted': z.strictObject({ jobId: id, kind: z.string().max(100), startedAt: z.string().max(40) }),
  /**
   * The clock of this machine stood before the newest entry's time; entries keep that time until the clock has caught
   * up.
   */
  'clock.set-back': z.strictObject({ clock: z.string().max(40), newest: z.string().max(40) }),
  /** The signed head beside the register was gone or unusable when the workspace was opened, and was written anew. */
  'checkpoint.head-repaired': z.strictObject({ found: z.enum(['missing', 'unusable', 'ahead']), size: count }),
  /** This machine had seen a longer or a different register than the one that was opened. */
  'checkpoint.rolled-back': z.strictObject({
    seenSize: count,
    seenRoot: sha256,
    seenAt: z.string().max(40),
    size: count,
  }),
} as const;

export type EntryKind = keyof typeof entryKinds;
export type EntryPayload<K extends EntryKind> = z.input<(typeof entryKinds)[K]>;

/**
 * What is handed to `append`. `subjectRef` is the id of what the entry is about: a dataset, release, purpose or the
 * workspace.
 */
export type NewEntry<K extends EntryKind = EntryKind> = {
  [Kind in K]: { kind: Kind; subjectRef: string; payload: EntryPayload<Kind> };
}[K];
