import { randomUUID } from 'node:crypto';
import type { ListAnswer, ListItem, Origin, SingleAnswer } from '#shared/register/answer.ts';
import type { RecordBody, RecordKind } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { endSitting } from '../records/end-sitting.ts';
import { saveDraft } from '../records/save-draft.ts';
import { editedVersion, operatorOf } from '../records/store-draft.ts';

/** How the operator who works now says something: what `saveDraft` stamps once more. */
const originOf = (state: EngineSession): Origin => ({
  from: 'person',
  by: operatorOf(state.requireWorkspace()),
  at: state.now(),
});

/** Makes answers of the operator who works now. */
export interface Saying {
  one<T>(value: T): SingleAnswer<T>;
  /** The list with one more value. */
  more<T>(before: ListAnswer<T> | undefined, ...values: T[]): ListAnswer<T>;
}

export function saying(state: EngineSession): Saying {
  const origin = originOf(state);
  return {
    one: (value) => ({ state: 'stated', value, origin }),
    more: <T>(before: ListAnswer<T> | undefined, ...values: T[]): ListAnswer<T> => {
      const items: ListItem<T>[] = before?.state === 'stated' ? before.items : [];
      return { state: 'stated', items: [...items, ...values.map((value) => ({ id: randomUUID(), value, origin }))] };
    },
  };
}

/**
 * Edits a record's draft in one sitting, which is entered at once; without an id a new record begins.
 * @param edit the body as it is in the draft, or in the version that holds, to the body as it is to be
 */
export function editRecord<K extends RecordKind>(
  state: EngineSession,
  { kind, id }: { kind: K; id: string | null },
  edit: (body: RecordBody<K>) => RecordBody<K>,
): RecordVersion<K> {
  const workspace = state.requireWorkspace();
  const before = id === null ? null : editedVersion(workspace.catalog.records.get(kind, id));
  const body = edit(before?.body ?? {});
  const saved = saveDraft(state, { kind, id, body });
  endSitting(workspace, { kind, id: saved.id });
  return saved as RecordVersion<K>;
}
