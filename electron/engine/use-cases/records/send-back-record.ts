import { Failure } from '#shared/contract/failure.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requiredReason } from '../required-reason.ts';
import { versionAfter } from './get-record.ts';
import { operatorOf } from './store-draft.ts';
import {
  entryOf,
  inReviewOf,
  nameOf,
  requireHeldRecord,
  requireReadable,
  requireRecord,
  requireSeen,
  type RecordAct,
} from './stored-record.ts';

/**
 * The version in review goes back: it stays as it was sent, and its draft lies there to go on with, unless there is a
 * newer one already.
 * @throws Failure RECORD_UNKNOWN, WRONG_USAGE where none is in review or without a reason, RECORD_CHANGED, WORKSPACE_FROM_FUTURE,
 *   REGISTER_CONTRADICTS
 */
export function sendBackRecord(
  state: EngineSession,
  { kind, id, reason: given, recordSha256 }: RecordAct,
): RecordVersion {
  const workspace = state.requireWorkspace();
  const { records, held } = workspace.catalog;
  const record = requireRecord(workspace, kind, id);
  const waiting = inReviewOf(record);
  if (waiting === null) throw new Failure('WRONG_USAGE', recordsText.notInReview(nameOf(record)));
  const shown = requireReadable(record, waiting);
  requireSeen(record, shown, recordSha256);
  const { version } = shown;
  const reason = requiredReason(given, recordsText.reasonToReturn);
  requireHeldRecord(workspace, record);
  const row = records.versionRow(kind, id, version);
  const at = state.now();
  const closing = JSON.stringify({ state: 'returned', by: operatorOf(workspace), at, reason });
  workspace.transaction(() => {
    records.setState({ kind, id, version }, { state: 'returned', closing });
    const again = record.draft === null && row !== undefined;
    if (again) {
      const { ref, saved_at, saved_by, authors, reason: why, body, body_version } = row;
      records.putDraft({
        kind,
        id,
        ref,
        base: version,
        saved_at,
        saved_by,
        authors,
        reason: why,
        sitting: null,
        body,
        body_version,
      });
    }
    const payload = {
      ...entryOf(record, version),
      reason,
      recordSha256: held.hashOf('record_version', kind, id, String(version)),
      ...(again ? { draftSha256: held.hashOf('record_draft', kind, id) } : {}),
    };
    workspace.register.append({ kind: 'record.returned', subjectRef: id, payload });
  });
  return versionAfter(workspace, record, version);
}
