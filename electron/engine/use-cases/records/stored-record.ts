import { Failure } from '#shared/contract/failure.ts';
import { bodyTitle } from '#shared/register/body-title.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion, type RecordVersion, type UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { recordsText, type NamedRecord } from '#shared/text/engine/records.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** What records are read from: an open workspace, or a folder that is only read. */
export interface RecordSource {
  readonly catalog: Pick<Workspace['catalog'], 'records'>;
}

type AnyVersion = RecordVersion | UnreadableVersion;

/** What a version is called by the field that its kind names; empty where that is not stated. */
export function titleOf(version: AnyVersion): string {
  return isReadableVersion(version) ? bodyTitle(version.kind, version.body) : version.title;
}

/** The version that holds: the newest that was approved, unless it was retired. */
export const holdingOf = ({ versions }: StoredRecord): AnyVersion | null => {
  const decided = versions.findLast(({ state }) => state === 'approved' || state === 'retired');
  return decided?.state === 'approved' ? decided : null;
};

export const inReviewOf = ({ versions }: StoredRecord): AnyVersion | null =>
  versions.findLast(({ state }) => state === 'in-review') ?? null;

/** Where nothing holds and nothing waits: the version that held last, else the newest, which was sent back. */
export const lastOf = ({ versions }: StoredRecord): AnyVersion | null =>
  versions.findLast(({ state }) => state === 'retired') ?? versions.at(-1) ?? null;

/** The version that people go by: the one that holds, else in review, else the draft, else whatever was last. */
export function shownOf(record: StoredRecord): AnyVersion {
  const shown = holdingOf(record) ?? inReviewOf(record) ?? record.draft ?? lastOf(record);
  if (shown === null) throw new RangeError(`${record.kind} ${record.id} has no version.`);
  return shown;
}

export const nameOf = (record: StoredRecord): NamedRecord => ({ ref: record.ref, title: titleOf(shownOf(record)) });

/** @throws Failure RECORD_UNKNOWN */
export function requireRecord({ catalog }: RecordSource, kind: RecordKind, id: string): StoredRecord {
  const record = catalog.records.get(kind, id);
  if (record === null) throw new Failure('RECORD_UNKNOWN', recordsText.unknown(kind, id));
  return record;
}

/** What another version of Custos wrote, or what is damaged, is not written over. @throws Failure WORKSPACE_FROM_FUTURE */
export function requireReadable(record: StoredRecord, version: AnyVersion): RecordVersion {
  if (!isReadableVersion(version)) throw new Failure('WORKSPACE_FROM_FUTURE', recordsText.unreadable(nameOf(record)));
  return version;
}

/**
 * Before a version changes its state: record and log say the same of it. @throws Failure REGISTER_CONTRADICTS with what
 * differs and what to do
 */
export function requireHeldRecord(workspace: Workspace, { kind, id }: StoredRecord): void {
  const details = workspace
    .holdRecord(kind, id)
    .filter((found) => found.kind !== 'not-held' && found.kind !== 'other-version')
    .map(({ detail }) => detail);
  if (details.length > 0) throw new Failure('REGISTER_CONTRADICTS', recordsText.notHeld(details));
}

/**
 * Before an act on a version: it is what was shown to whoever acts (decision 0025).
 * @param recordSha256 hash of what was shown; undefined: whatever stands there is meant
 * @throws Failure RECORD_CHANGED
 */
export function requireSeen(record: StoredRecord, version: RecordVersion, recordSha256: string | undefined): void {
  if (recordSha256 === undefined || recordSha256 === version.sha256) return;
  throw new Failure('RECORD_CHANGED', recordsText.notWhatWasSeen(nameOf(record), version.version, version.savedBy));
}

/** An act on what stands there of a record. */
export interface RecordAct {
  kind: RecordKind;
  id: string;
  reason: string;
  /** Hash of what was shown to whoever acts. */
  recordSha256?: string | undefined;
}

/** What entries about a version say of it. */
export const entryOf = ({ kind, id, ref }: StoredRecord, version: number) => ({
  recordKind: kind,
  recordId: id,
  ref,
  version,
});
