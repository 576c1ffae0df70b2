import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { recordKinds, type RecordBody, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText as text } from '#shared/text/window/records.ts';

/** Begins a record by its name, as a draft. @returns its id */
export async function createRecord(kind: RecordKind, name: string, by: string): Promise<string> {
  const body = {
    [recordKinds[kind].title]: {
      state: 'stated',
      value: name,
      origin: { from: 'person', by, at: new Date().toISOString() },
    },
  } as RecordBody;
  const { id, ref } = await engine.records.saveDraft({ kind, id: null, body });
  await refreshRecords();
  notifyDone(text.create.made(ref));
  return id;
}
