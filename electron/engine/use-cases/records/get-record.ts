import type { RecordDetail, VersionSummary } from '#shared/contract/records.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion, type RecordVersion, type UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import { referrersOf } from './referrers.ts';
import {
  holdingOf,
  inReviewOf,
  lastOf,
  nameOf,
  requireReadable,
  requireRecord,
  type RecordSource,
} from './stored-record.ts';

/** @throws Failure RECORD_UNKNOWN where the record has no such version */
export function requireVersion(record: StoredRecord, version: number): RecordVersion | UnreadableVersion {
  const found = record.versions.find((one) => one.version === version);
  if (found === undefined) throw new Failure('RECORD_UNKNOWN', recordsText.noVersion(nameOf(record), version));
  return found;
}

/** A version as it is stored now. */
export function versionAfter(workspace: RecordSource, { kind, id }: StoredRecord, version: number): RecordVersion {
  const record = requireRecord(workspace, kind, id);
  return requireReadable(record, requireVersion(record, version));
}

function summaryOf(version: RecordVersion | UnreadableVersion): VersionSummary {
  const { version: number, state, savedAt, savedBy } = version;
  const readable = isReadableVersion(version);
  const approval = readable ? version.approval : null;
  return {
    version: number,
    state,
    savedAt,
    savedBy,
    reason: readable ? version.reason : '',
    unreadable: !readable,
    approvedBy: approval?.by ?? null,
    approvedAt: approval?.at ?? null,
  };
}

/** One record with its draft, its versions and who names it. @throws Failure RECORD_UNKNOWN */
export function getRecord(
  workspace: RecordSource,
  { kind, id, version }: { kind: RecordKind; id: string; version?: number | undefined },
): RecordDetail {
  const record = requireRecord(workspace, kind, id);
  const shown =
    version === undefined
      ? (holdingOf(record) ?? inReviewOf(record) ?? lastOf(record))
      : requireVersion(record, version);
  return {
    version: shown,
    draft: record.draft,
    versions: record.versions.toReversed().map(summaryOf),
    referredBy: referrersOf(workspace, record),
  };
}
