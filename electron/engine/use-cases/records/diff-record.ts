import { Failure } from '#shared/contract/failure.ts';
import { diffBodies, type Difference } from '#shared/register/diff.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import { requireVersion } from './get-record.ts';
import { nameOf, requireReadable, requireRecord, type RecordSource } from './stored-record.ts';

/**
 * What differs from one version to another; from null: from nothing.
 * @throws Failure RECORD_UNKNOWN, WRONG_USAGE where there is no draft, WORKSPACE_FROM_FUTURE for what cannot be read
 */
export function diffRecord(
  workspace: RecordSource,
  { kind, id, from, to }: { kind: RecordKind; id: string; from: number | null; to: number | 'draft' },
): Difference[] {
  const record = requireRecord(workspace, kind, id);
  const newer = to === 'draft' ? record.draft : requireVersion(record, to);
  if (newer === null) throw new Failure('WRONG_USAGE', recordsText.noDraft(nameOf(record)));
  const before = from === null ? {} : requireReadable(record, requireVersion(record, from)).body;
  return diffBodies(kind, before, requireReadable(record, newer).body);
}
