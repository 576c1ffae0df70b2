import { Failure } from '#shared/contract/failure.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import { diffBodies } from '#shared/register/diff.ts';
import { isReadableVersion, type RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import { contentSha256 } from '#engine/catalog/repositories/record-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requiredReason } from '../required-reason.ts';
import { requireReferences } from './check-body.ts';
import { versionAfter } from './get-record.ts';
import { operatorOf } from './store-draft.ts';
import {
  entryOf,
  holdingOf,
  inReviewOf,
  nameOf,
  requireHeldRecord,
  requireReadable,
  requireRecord,
  requireSeen,
  type RecordAct,
} from './stored-record.ts';

/**
 * Makes the draft a version that does not change any more, for somebody to review; the sitting at it ends with that.
 * @param input `reason`: why the version is made; may be empty for a first one
 * @throws Failure RECORD_UNKNOWN, WRONG_USAGE without a draft or a reason, or while another version is in review,
 *   RECORD_INVALID for a reference to nothing, RECORD_CHANGED, WORKSPACE_FROM_FUTURE,
 *   REGISTER_CONTRADICTS
 */
export function sendRecord(state: EngineSession, { kind, id, reason: given, recordSha256 }: RecordAct): RecordVersion {
  const workspace = state.requireWorkspace();
  const { records, held } = workspace.catalog;
  const record = requireRecord(workspace, kind, id);
  const row = records.draftRow(kind, id);
  if (record.draft === null || row === undefined) throw new Failure('WRONG_USAGE', recordsText.noDraft(nameOf(record)));
  const draft = requireReadable(record, record.draft);
  requireSeen(record, draft, recordSha256);
  const waiting = inReviewOf(record);
  if (waiting !== null) throw new Failure('WRONG_USAGE', recordsText.inReviewAlready(nameOf(record), waiting.version));
  const { version } = draft;
  const reason = version === 1 ? given.trim() : requiredReason(given, recordsText.reasonToSend);
  requireReferences(kind, draft.body, (to, other) => records.has(to, other));
  requireHeldRecord(workspace, record);
  const holding = holdingOf(record);
  const before = holding !== null && isReadableVersion(holding) ? holding.body : {};
  const fields = diffBodies(kind, before as AnyBody, draft.body as AnyBody).map(({ field }) => field);
  const by = operatorOf(workspace);
  const sent = {
    kind,
    id,
    version,
    ref: record.ref,
    saved_at: state.now(),
    saved_by: by,
    authors: JSON.stringify([...new Set([...draft.authors, by])]),
    reason,
    body: row.body,
    body_version: row.body_version,
  };
  workspace.transaction(() => {
    records.insertVersion({ ...sent, state: 'in-review', approval: null, closing: null });
    records.removeDraft(kind, id);
    const recordSha256 = held.hashOf('record_version', kind, id, String(version));
    const versionSha256 = contentSha256(sent);
    const payload = { ...entryOf(record, version), fields, reason, versionSha256, recordSha256 };
    workspace.register.append({ kind: 'record.sent', subjectRef: id, payload });
  });
  return versionAfter(workspace, record, version);
}
