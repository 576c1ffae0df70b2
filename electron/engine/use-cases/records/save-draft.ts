import { Failure } from '#shared/contract/failure.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import { diffBodies } from '#shared/register/diff.ts';
import { stampOrigins } from '#shared/register/origins.ts';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { checkedBody } from './check-body.ts';
import { draftedRecord, editedVersion, operatorOf, storeDraft } from './store-draft.ts';
import { nameOf } from './stored-record.ts';

/**
 * Keeps what a person writes. Whatever its origins claim: an answer that says what it said before keeps its origin, or
 * is taken over where that is asked; every other one is that person's, now.
 * @param input `base`: hash of what the edit began from, null for nothing; absent: whatever is there
 * @throws Failure RECORD_CHANGED with what differs where that is another by now; RECORD_INVALID, RECORD_UNKNOWN,
 *   WORKSPACE_FROM_FUTURE
 */
export function saveDraft(
  state: EngineSession,
  input: {
    kind: RecordKind;
    id: string | null;
    body: RecordBody;
    reason?: string | undefined;
    base?: string | null | undefined;
  },
): RecordVersion {
  const workspace = state.requireWorkspace();
  const { kind } = input;
  const { id, record } = draftedRecord(workspace, kind, input.id);
  const before = editedVersion(record);
  const body = checkedBody(kind, input.body) as AnyBody;
  if (input.base !== undefined && (before?.sha256 ?? null) !== input.base) {
    const findings = diffBodies(kind, before?.body ?? {}, body);
    const named = record === null ? { ref: kind, title: '' } : nameOf(record);
    throw new Failure('RECORD_CHANGED', recordsText.draftChanged(named, before?.savedBy ?? ''), { findings });
  }
  const at = state.now();
  const said = stampOrigins(body, (before?.body ?? {}) as AnyBody, { by: operatorOf(workspace), at });
  return storeDraft(workspace, {
    kind,
    id: record === null ? null : id,
    body: said as RecordBody,
    at,
    reason: input.reason,
  });
}
