import { useRef, useState } from 'react';
import { refreshDataUse } from '#renderer/client/data-use.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { dataUseText as text } from '#shared/text/window/data-use.ts';
import { takeBack, whatStood } from './undo-acts.ts';

export interface Acts {
  busy: boolean;
  /**
   * Changes the binding of the dataset, and keeps how it is taken back. @param said what the status bar says of it
   */
  bind(act: () => Promise<RecordVersion<'binding'>>, said: (after: RecordVersion<'binding'>) => string): Promise<void>;
  /** Does anything else that can be taken back. */
  act(work: () => Promise<{ said: string; undo: () => Promise<void> }>): Promise<void>;
}

type Undo = () => Promise<void>;

/** What is done about one dataset here, one after the other; each is taken back by Undo, the newest first. */
export function useActs(datasetId: string): Acts {
  const [waiting, setWaiting] = useState(0);
  const [undoable, setUndoable] = useState(0);
  const past = useRef<Undo[]>([]);
  const queue = useRef(Promise.resolve());
  // An Undo that is pressed while the last act is being kept waits for it.
  const after = (work: () => Promise<void>): Promise<void> => {
    setWaiting((many) => many + 1);
    queue.current = queue.current.then(async () => {
      await guarded(work);
      setUndoable(past.current.length);
      setWaiting((many) => many - 1);
    });
    return queue.current;
  };
  const back = (): Promise<void> =>
    after(async () => {
      const last = past.current.pop();
      if (last === undefined) return;
      await last();
      await refreshDataUse(datasetId);
      notifyDone(text.undone);
    });
  useCommandHandler('edit.undo', undoable === 0 && waiting === 0 ? null : () => void back());
  const act: Acts['act'] = (work) =>
    after(async () => {
      const { said, undo } = await work();
      past.current.push(undo);
      await refreshDataUse(datasetId);
      notifyDone(text.undoable(said));
    });
  return {
    busy: waiting > 0,
    act,
    bind: (change, said) =>
      act(async () => {
        const before = await whatStood(datasetId);
        const version = await change();
        return { said: said(version), undo: () => takeBack(before, version) };
      }),
  };
}
