import { engine } from '#renderer/client/connection.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { goToRecord, showRegisterTab } from '#renderer/state/register-place.ts';
import type { MissingFrom } from '#shared/register/notice/notice-facts.ts';
import { recordKinds, type RecordBody } from '#shared/register/record-kinds/index.ts';

/**
 * Opens the field that would say it; where the record is still to be made, begins it as one about the purpose. Which of
 * several activities serves it, the list of them is asked.
 */
export async function goToMissing(
  { kind, id, field }: MissingFrom,
  purpose: { id: string; title: string },
  { by, activities }: { by: string; activities: number },
): Promise<void> {
  if (kind === 'activity' && id === null && activities > 0) {
    showRegisterTab('activities');
    return;
  }
  if (id !== null) {
    goToRecord({ kind, id, field });
    return;
  }
  const origin = { from: 'person' as const, by, at: new Date().toISOString() };
  const fields: Readonly<Record<string, { many: boolean }>> = recordKinds[kind].fields;
  const body = {
    ...(kind === 'organisation'
      ? {}
      : { [recordKinds[kind].title]: { state: 'stated', value: purpose.title, origin } }),
    ...(fields['purpose'] === undefined ? {} : { purpose: { state: 'stated', value: purpose.id, origin } }),
    ...(fields['purposes'] === undefined
      ? {}
      : { purposes: { state: 'stated', items: [{ id: crypto.randomUUID(), value: purpose.id, origin }] } }),
  } as RecordBody;
  const made = await engine.records.saveDraft({ kind, id: null, body });
  await refreshRecords();
  goToRecord({ kind, id: made.id, field });
}
