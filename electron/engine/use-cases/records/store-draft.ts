import { randomUUID } from 'node:crypto';
import { diffBodies } from '#shared/register/diff.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import { recordKinds, type RecordBody, type RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { checkedBody, requireCountries, requireReferences } from './check-body.ts';
import { holdingOf, lastOf, requireReadable, requireRecord } from './stored-record.ts';

/** Who works in the workspace now. */
export const operatorOf = (workspace: Workspace): string => workspace.summary().operator || engineText.nobodyNamed;

/** What an edit of a record begins from: its draft, else the version that holds, else the newest; null: nothing yet. */
export function editedVersion(record: StoredRecord | null): RecordVersion | null {
  if (record === null) return null;
  const from = record.draft ?? holdingOf(record) ?? lastOf(record);
  return from === null ? null : requireReadable(record, from);
}

/** The highest number that a reference of a kind was ever given. */
function highestNumber(workspace: Workspace, kind: RecordKind, prefix: string): number {
  const numbers = workspace.catalog.records
    .refs(kind)
    .flatMap((ref) => (ref.startsWith(`${prefix}-`) ? Number(ref.slice(prefix.length + 1)) : []))
    .filter((number) => Number.isSafeInteger(number) && number > 0);
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/**
 * Gives the next reference of a kind, `PA-015`; none is ever given twice, whatever became of the record that had it.
 * For many drafts within one transaction: what was given before is looked up once.
 */
export function givenRefs(workspace: Workspace): (kind: RecordKind) => string {
  const last = new Map<RecordKind, number>();
  return (kind) => {
    const { prefix } = recordKinds[kind];
    if (prefix === null) return kind;
    const next = (last.get(kind) ?? highestNumber(workspace, kind, prefix)) + 1;
    last.set(kind, next);
    return `${prefix}-${String(next).padStart(3, '0')}`;
  };
}

/**
 * The record that a draft is of; null: a new one. There is but one record of a kind without a prefix, and its id says
 * so. @throws Failure RECORD_UNKNOWN
 */
export function draftedRecord(
  workspace: Workspace,
  kind: RecordKind,
  asked: string | null,
): { id: string; record: StoredRecord | null } {
  const only = recordKinds[kind].prefix === null;
  const id = only ? kind : (asked ?? randomUUID());
  if (!only) return { id, record: asked === null ? null : requireRecord(workspace, kind, id) };
  return { id, record: workspace.catalog.records.get(kind, id) };
}

export interface DraftToStore<K extends RecordKind = RecordKind> {
  kind: K;
  /** Null for a new record. */
  id: string | null;
  body: RecordBody<K>;
  at: string;
  /** Why this version is made; absent: as it was. */
  reason?: string | undefined;
  /** Gives a new record its reference, where many are made at once. */
  nextRef?: (kind: RecordKind) => string;
}

/**
 * Keeps a draft as it is handed in, origins included, and notes what the sitting has changed; its entry follows when
 * the sitting ends. For whoever knows what the log says: what a person hands in goes through `saveDraft`.
 * @throws Failure RECORD_INVALID naming the field, WORKSPACE_FROM_FUTURE where what is there cannot be read,
 *   RECORD_UNKNOWN
 */
export function storeDraft<K extends RecordKind>(workspace: Workspace, draft: DraftToStore<K>): RecordVersion<K> {
  return workspace.transaction(() => stored(workspace, draft.kind, keepDraft(workspace, draft).id));
}

/** The same for many at once: what was kept is not read back. */
export function keepDraft<K extends RecordKind>(
  workspace: Workspace,
  draft: DraftToStore<K>,
): { id: string; ref: string } {
  const { kind, at } = draft;
  const { records } = workspace.catalog;
  workspace.operators.requireMay('record.drafted');
  const body = checkedBody(kind, draft.body);
  return workspace.transaction(() => {
    const { id, record } = draftedRecord(workspace, kind, draft.id);
    requireReferences(kind, body, (to, other) => (to === kind && other === id) || records.has(to, other));
    const before = editedVersion(record);
    const stood = (before?.body ?? {}) as AnyBody;
    requireCountries(kind, body, stood);
    const fields = diffBodies(kind, stood, body as AnyBody).map(({ field }) => field);
    const row = record === null ? undefined : records.draftRow(kind, id);
    const reason = draft.reason ?? row?.reason ?? '';
    if (row !== undefined && fields.length === 0 && reason === row.reason) return { id, ref: row.ref };
    const changed = record === null ? [] : (records.sittings({ kind, id })[0]?.fields ?? []);
    const ref = record?.ref ?? (draft.nextRef ?? givenRefs(workspace))(kind);
    const by = operatorOf(workspace);
    // A draft that begins anew from a text that nobody approved is still the work of those who wrote that text.
    const decided = before === null || before.state === 'approved' || before.state === 'retired';
    const authors = decided ? [] : before.authors;
    records.putDraft({
      kind,
      id,
      ref,
      base: record?.versions.at(-1)?.version ?? null,
      saved_at: at,
      saved_by: by,
      authors: JSON.stringify([...new Set([...authors, by])]),
      reason,
      sitting: JSON.stringify([...new Set([...changed, ...fields])]),
      body: JSON.stringify(body),
      body_version: recordKinds[kind].bodyVersion,
    });
    return { id, ref };
  });
}

function stored<K extends RecordKind>(workspace: Workspace, kind: K, id: string): RecordVersion<K> {
  const record = requireRecord(workspace, kind, id);
  if (record.draft === null) throw new RangeError(`${record.ref} has no draft.`);
  return requireReadable(record, record.draft) as RecordVersion<K>;
}
