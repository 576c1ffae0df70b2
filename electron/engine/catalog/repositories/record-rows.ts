import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import { takeOver } from '#shared/register/origins.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import type { Approval, Closing, RecordVersion, UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { readRecordBody } from './record-body.ts';

/** A row of `record_version`. */
export interface VersionRow {
  kind: string;
  id: string;
  version: number;
  ref: string;
  state: string;
  saved_at: string;
  saved_by: string;
  authors: string;
  reason: string;
  approval: string | null;
  closing: string | null;
  body: string;
  body_version: number;
}

/** A row of `record_draft`. */
export interface DraftRow {
  kind: string;
  id: string;
  ref: string;
  /** Version that it began from. */
  base: number | null;
  saved_at: string;
  saved_by: string;
  authors: string;
  reason: string;
  /** Fields that the sitting under way has changed; null where an entry tells of all. */
  sitting: string | null;
  body: string;
  body_version: number;
}

const person = z.string().max(200);
const moment = z.string().max(40);
const statement = z.strictObject({ field: z.string(), item: z.string().nullable() });
const approval = z.strictObject({
  by: person,
  at: moment,
  recordSha256: z.string(),
  signature: z.string(),
  keyId: z.string(),
  byAnother: z.boolean(),
  takenOver: z.array(statement),
});
const closing = z.strictObject({ state: z.enum(['returned', 'retired']), by: person, at: moment, reason: z.string() });
const sentStates = ['in-review', 'returned', 'approved', 'retired'] as const;
export type SentState = (typeof sentStates)[number];

/** JSON of a column in its form; undefined where it is of none that this program writes. */
function columnOf<T>(schema: z.ZodType<T>, text: string | null): T | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * SHA-256 over a version without its state, approval and closing, which come later: what an approval signs. Texts and
 * numbers stand in the order of the list, as JSON.
 */
export const contentSha256 = (
  row: Pick<VersionRow, 'kind' | 'id' | 'version' | 'ref' | 'saved_at' | 'saved_by' | 'authors' | 'reason' | 'body'> & {
    body_version: number;
  },
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        'custos-record/1',
        row.kind,
        row.id,
        row.version,
        row.ref,
        row.saved_at,
        row.saved_by,
        row.authors,
        row.reason,
        row.body,
        row.body_version,
      ]),
    )
    .digest('hex');

/** What a body that cannot be read seems to be called. */
function guessedTitle(body: string): string {
  try {
    const { name, title } = JSON.parse(body) as Record<string, { value?: unknown } | undefined>;
    const value = name?.value ?? title?.value;
    return typeof value === 'string' ? value.slice(0, 200) : '';
  } catch {
    return '';
  }
}

interface Told {
  state: RecordVersion['state'];
  body: RecordBody | 'newer' | 'damaged';
  sha256: string;
  authors: string[] | undefined;
  approval: Approval | null | undefined;
  closing: Closing | null | undefined;
  entry: number | null;
}

function versionOf(row: Omit<VersionRow, 'state' | 'approval' | 'closing'>, told: Told) {
  const common = {
    kind: row.kind as RecordKind,
    id: row.id,
    ref: row.ref,
    version: row.version,
    state: told.state,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
  const { body, authors, approval: word, closing: end, sha256, entry } = told;
  if (typeof body === 'string' || authors === undefined || word === undefined || end === undefined) {
    const why = body === 'newer' ? ('newer' as const) : ('damaged' as const);
    return { ...common, unreadable: true as const, title: guessedTitle(row.body), why };
  }
  const said = word === null ? body : takenOverBy(body, word);
  return { ...common, body: said, sha256, authors, reason: row.reason, approval: word, closing: end, entry };
}

/** What an approved version says: statements that its approver took over are that person's. */
const takenOverBy = (body: RecordBody, { takenOver, by, at }: Approval): RecordBody =>
  takeOver(body as AnyBody, takenOver, { by, at }) as RecordBody;

/** @param entry the newest entry of the log about it */
export function readVersionRow(row: VersionRow, entry: number | null): RecordVersion | UnreadableVersion {
  const state = sentStates.find((known) => known === row.state);
  return versionOf(row, {
    state: state ?? 'in-review',
    body: state === undefined ? 'damaged' : readRecordBody(row.kind, row.body, row.body_version),
    sha256: contentSha256(row),
    authors: columnOf(z.array(person), row.authors),
    approval: columnOf(approval.nullable(), row.approval),
    closing: columnOf(closing.nullable(), row.closing),
    entry,
  });
}

/**
 * @param next the number that it would be sent as
 * @param returned whether the version before it was sent back
 */
export function readDraftRow(
  row: DraftRow,
  { next, returned, entry }: { next: number; returned: boolean; entry: number | null },
): RecordVersion | UnreadableVersion {
  const asVersion = { ...row, version: next };
  return versionOf(asVersion, {
    state: returned ? 'returned' : 'draft',
    body: readRecordBody(row.kind, row.body, row.body_version),
    sha256: contentSha256(asVersion),
    authors: columnOf(z.array(person), row.authors),
    approval: null,
    closing: null,
    entry,
  });
}
