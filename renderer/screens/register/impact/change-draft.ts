import { engine } from '#renderer/client/connection.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion } from '#shared/register/register-snapshot.ts';

type Begun = 'screening' | 'assessment';

/**
 * Changes the draft of an activity's screening or assessment, which begins where nobody has begun it.
 * @returns its reference; null where this program cannot read it
 */
export async function changeDraft<K extends Begun>(
  activity: string,
  kind: K,
  change: (body: RecordBody<K>) => RecordBody<K>,
): Promise<string | null> {
  const { id, ref } = await engine.impact.begin({ activity, record: kind });
  const { draft, version } = await engine.records.get({ kind, id });
  const from = draft ?? version;
  if (from === null || !isReadableVersion(from)) return null;
  const body = change(from.body as RecordBody<K>);
  await engine.records.saveDraft({ kind, id, body, base: from.sha256 });
  await engine.records.endSitting({ kind, id });
  await refreshRecords();
  return ref;
}
