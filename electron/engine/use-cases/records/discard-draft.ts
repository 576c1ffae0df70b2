import { Failure } from '#shared/contract/failure.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requiredReason } from '../required-reason.ts';
import { referrersOf } from './referrers.ts';
import { entryOf, nameOf, requireReadable, requireRecord, requireSeen, type RecordAct } from './stored-record.ts';

/**
 * Removes a draft. Its reference is not given again. @throws Failure RECORD_UNKNOWN, WRONG_USAGE without a draft or a
 * reason, or where others name a record that would be gone; RECORD_CHANGED; WORKSPACE_FROM_FUTURE for one that cannot be read
 */
export function discardDraft(workspace: Workspace, { kind, id, reason: given, recordSha256 }: RecordAct): void {
  const record = requireRecord(workspace, kind, id);
  if (record.draft === null) throw new Failure('WRONG_USAGE', recordsText.noDraft(nameOf(record)));
  const draft = requireReadable(record, record.draft);
  requireSeen(record, draft, recordSha256);
  const { version } = draft;
  const reason = requiredReason(given, recordsText.reasonToDiscard);
  const others = record.versions.length === 0 ? referrersOf(workspace, record) : [];
  if (others.length > 0)
    throw new Failure(
      'WRONG_USAGE',
      recordsText.referred(
        nameOf(record),
        others.map(({ ref }) => ref),
      ),
    );
  workspace.transaction(() => {
    workspace.catalog.records.removeDraft(kind, id);
    const payload = { ...entryOf(record, version), reason };
    workspace.register.append({ kind: 'record.discarded', subjectRef: id, payload });
  });
}
