import type { AnyBody } from '#shared/register/any-body.ts';
import { beforeTakenOver } from '#shared/register/origins.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import {
  isReadableVersion,
  type Approval,
  type RecordVersion,
  type UnreadableVersion,
  type WholeSnapshot,
} from '#shared/register/register-snapshot.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import type { RecordSource } from './stored-record.ts';

type AnyVersion = RecordVersion | UnreadableVersion;

/** A version as it stood at a moment (ISO 8601); null: there was none yet. What cannot be read stands as it stands now. */
function asOfVersion(version: AnyVersion, asOf: string): AnyVersion | null {
  if (version.savedAt > asOf) return null;
  if (!isReadableVersion(version)) return version;
  const approval = version.approval !== null && version.approval.at <= asOf ? version.approval : null;
  const closing = version.closing !== null && version.closing.at <= asOf ? version.closing : null;
  const state = closing?.state ?? (approval === null ? 'in-review' : 'approved');
  const { approval: later, body } = version;
  // What its approver took over by then only: until an approval, the statements are as they were sent.
  const said = approval === null && later !== null ? asSent(body, later) : body;
  return { ...version, body: said, state, approval, closing };
}

const asSent = (body: RecordBody, { takenOver, by, at }: Approval): RecordBody =>
  beforeTakenOver(body as AnyBody, takenOver, { by, at }) as RecordBody;

/** What of one record goes where. */
function placed({ versions, draft }: StoredRecord, asOf: string): Omit<WholeSnapshot, 'asOf' | 'workspaceId'> {
  const then = versions.flatMap((version) => asOfVersion(version, asOf) ?? []);
  const decided = then.findLast(({ state }) => state === 'approved' || state === 'retired');
  const waiting = then.findLast(({ state }) => state === 'in-review');
  const written = draft !== null && draft.savedAt <= asOf ? draft : undefined;
  const holds = decided?.state === 'approved' ? decided : undefined;
  const open = [holds, waiting, written].filter((version) => version !== undefined);
  // Sent back at that moment, and the draft that went on from there is a later one.
  const last = open.length === 0 && decided === undefined ? then.slice(-1) : [];
  const retired = decided?.state === 'retired' ? [decided] : [];
  return {
    records: [...open, ...last].filter(isReadableVersion),
    retired: retired.filter(isReadableVersion),
    unreadable: [...open, ...last, ...retired].filter(
      (version): version is UnreadableVersion => !isReadableVersion(version),
    ),
  };
}

/**
 * The register of processing at a moment: now, or any past one, rebuilt from the versions.
 * @param options `asOf`: ISO 8601 moment, or a day (YYYY-MM-DD), which counts to its end in UTC; absent: all that there
 *   is
 */
export function registerSnapshot(
  { id, catalog }: RecordSource & { readonly id: string },
  { asOf, now }: { asOf?: string | undefined; now?: string } = {},
): WholeSnapshot {
  const moment = asOf === undefined ? '9999' : /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf;
  const parts = catalog.records.list().map((record) => placed(record, moment));
  return {
    asOf: asOf ?? now ?? new Date().toISOString(),
    workspaceId: id,
    records: parts.flatMap(({ records }) => records),
    retired: parts.flatMap(({ retired }) => retired),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
  };
}
