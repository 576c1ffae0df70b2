import { useEffect, useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyFailure } from '#renderer/client/notify.ts';
import { beforeLeaving } from '#renderer/client/pending-work.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { useStore } from '#renderer/state/create-store.ts';
import { isReadableVersion, type RecordVersion } from '#shared/register/register-snapshot.ts';
import { startSitting, type Sitting, type SittingState } from './sitting.ts';

let current: Sitting | null = null;
// A window that closes, or another workspace, waits for what is typed.
beforeLeaving(async () => {
  await current?.leave();
});

/** The calls of one record's sitting. */
function sittingOf(from: RecordVersion): Sitting {
  const { kind, id } = from;
  return startSitting(from, {
    async save(body, base) {
      const saved = await engine.records.saveDraft({ kind, id, body, base });
      void refresh(keys.records);
      return saved;
    },
    async load() {
      const { draft, version } = await engine.records.get({ kind, id });
      const latest = draft ?? version;
      if (latest === null || !isReadableVersion(latest)) throw new Error('the draft is gone');
      return latest;
    },
    async end() {
      // Records that were begun in a field of this one are part of the sitting.
      const { entries } = await engine.records.endSitting({});
      if (entries.length > 0) await refreshRecords();
    },
  });
}

/** One sitting at a draft for as long as the page is shown: kept field by field, ended on leaving. */
export function useSitting(from: RecordVersion): { sitting: Sitting; state: SittingState } {
  const [sitting] = useState(() => sittingOf(from));
  const state = useStore(sitting.state, (now) => now);
  useEffect(() => {
    current = sitting;
    return () => {
      if (current === sitting) current = null;
      sitting.leave().catch(notifyFailure);
    };
  }, [sitting]);
  useCommandHandler('edit.undo', state.undoable === null ? null : sitting.undo);
  return { sitting, state };
}
