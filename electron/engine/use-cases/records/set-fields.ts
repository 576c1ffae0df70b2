import type { AnyBody } from '#shared/register/any-body.ts';
import { withPlainFields } from '#shared/register/plain-body.ts';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { saveDraft } from './save-draft.ts';
import { draftedRecord, editedVersion, operatorOf } from './store-draft.ts';

/**
 * Sets some fields of a draft by plain values; the others stay as they are. Other records are named by their reference
 * or id.
 * @throws Failure as `saveDraft`
 */
export function setFields(
  state: EngineSession,
  input: { kind: RecordKind; id: string | null; fields: Record<string, unknown>; reason?: string | undefined },
): RecordVersion {
  const workspace = state.requireWorkspace();
  const { kind, reason } = input;
  const { id, record } = draftedRecord(workspace, kind, input.id);
  const before: AnyBody = editedVersion(record)?.body ?? {};
  const ids = new Map(
    workspace.catalog.records.list().map((other) => [`${other.kind} ${other.ref.toUpperCase()}`, other.id]),
  );
  const find = (to: RecordKind, word: string): string => ids.get(`${to} ${word.toUpperCase()}`) ?? word;
  const origin = { from: 'person', by: operatorOf(workspace), at: state.now() } as const;
  const body = withPlainFields(kind, before, input.fields, origin, find) as RecordBody;
  return saveDraft(state, { kind, id: record === null ? null : id, body, reason });
}
