import type { Referrer } from '#shared/contract/records.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requiredReason } from '../required-reason.ts';
import { versionAfter } from './get-record.ts';
import { referrersOf } from './referrers.ts';
import { operatorOf } from './store-draft.ts';
import {
  entryOf,
  holdingOf,
  nameOf,
  requireHeldRecord,
  requireReadable,
  requireRecord,
  requireSeen,
  type RecordAct,
} from './stored-record.ts';

/**
 * The approved version holds no longer; it stays readable, and a draft may begin from it.
 * @returns `referredBy`: records that name it still
 * @throws Failure RECORD_UNKNOWN, WRONG_USAGE where nothing holds or without a reason, RECORD_CHANGED, WORKSPACE_FROM_FUTURE,
 *   REGISTER_CONTRADICTS
 */
export function retireRecord(
  state: EngineSession,
  { kind, id, reason: given, recordSha256 }: RecordAct,
): { version: RecordVersion; referredBy: Referrer[] } {
  const workspace = state.requireWorkspace();
  const { records, held } = workspace.catalog;
  const record = requireRecord(workspace, kind, id);
  const holding = holdingOf(record);
  if (holding === null) throw new Failure('WRONG_USAGE', recordsText.nothingHolds(nameOf(record)));
  const shown = requireReadable(record, holding);
  requireSeen(record, shown, recordSha256);
  const { version } = shown;
  const reason = requiredReason(given, recordsText.reasonToRetire);
  requireHeldRecord(workspace, record);
  const referredBy = referrersOf(workspace, record);
  const closing = JSON.stringify({ state: 'retired', by: operatorOf(workspace), at: state.now(), reason });
  workspace.transaction(() => {
    records.setState({ kind, id, version }, { state: 'retired', closing });
    const payload = {
      ...entryOf(record, version),
      reason,
      referredBy: new Set(referredBy.map((other) => `${other.kind} ${other.id}`)).size,
      recordSha256: held.hashOf('record_version', kind, id, String(version)),
    };
    workspace.register.append({ kind: 'record.retired', subjectRef: id, payload });
  });
  return { version: versionAfter(workspace, record, version), referredBy };
}
