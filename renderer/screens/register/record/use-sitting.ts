import { useEffect, useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { notifyFailure } from '#renderer/client/notify.ts';
import { beforeLeaving } from '#renderer/client/pending-work.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { useStore } from '#renderer/state/create-store.ts';
import { isReadableVersion, type RecordVersion } from '#shared/register/register-snapshot.ts';
import { openSittings } from './open-sittings.ts';
import { startSitting, type Sitting, type SittingState } from './sitting.ts';

const sittings = openSittings();
// A window that closes, or another workspace, waits for what is typed.
beforeLeaving(sittings.leaveAll, sittings.forget);

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

/** One sitting at a draft: kept field by field, ended when its page is left and everything is kept. */
export function useSitting(from: RecordVersion): { sitting: Sitting; state: SittingState } {
  const record = `${from.kind} ${from.id}`;
  const [sitting] = useState(() => sittings.at(record, () => sittingOf(from)));
  const state = useStore(sitting.state, (now) => now);
  useEffect(() => {
    sittings.show(record, sitting);
    return () => {
      sittings.hide(record, sitting).catch(notifyFailure);
    };
  }, [record, sitting]);
  useCommandHandler('edit.undo', state.undoable === null ? null : sitting.undo);
  return { sitting, state };
}
