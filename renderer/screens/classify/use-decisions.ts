import { useReducer, useRef, useState } from 'react';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { beforeLeaving } from '#renderer/client/pending-work.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { accepted, inverse, remembered, sameClasses, stepped, type Wish, type WishHistory } from './wishes.ts';

/** What is being recorded, of whichever dataset, one after another: it must be done before the workspace is left. */
let recording: Promise<void> | null = null;
beforeLeaving(async () => recording);

/** Does it when all that came before has been recorded, and answered. */
function afterAll(work: () => Promise<void>): Promise<void> {
  const mine = (recording ?? Promise.resolve()).then(work).finally(() => {
    if (recording === mine) recording = null;
  });
  return (recording = mine);
}

export interface Decisions {
  decide(wishes: Wish[]): Promise<void>;
  busy: boolean;
}

/** Names of the columns whose decision is still open. */
const openNames = (dataset: ClassifiedDataset): ReadonlySet<string> =>
  new Set(dataset.columns.filter(({ decision }) => decision === null).map(({ suggestion }) => suggestion.name));

/**
 * Has the engine record wishes and shows its answer.
 * @param waiting what is accepted on screen and not yet sent: it stays accepted on screen
 * @param done called when the answer is shown
 */
async function send(before: ClassifiedDataset, wishes: Wish[], waiting: () => Wish[], done: () => void): Promise<void> {
  const id = before.datasetId;
  let answer: ClassifiedDataset;
  try {
    answer = await engine.classify.decide({ datasetId: id, decisions: wishes });
  } catch (error) {
    // What was shown too early is taken back.
    void refresh(keys.classification(id));
    throw error;
  }
  const shown = accepted(answer, new Set(waiting().map(({ column }) => column)));
  queryClient.setQueryData(keys.classification(id), shown);
  done();
  void refresh(keys.register, keys.verification);
  if (!sameClasses(answer, before)) void refresh(keys.assessment(id), ['profile', id], ['preview', id]);
}

/**
 * Records decisions, with undo and redo under the window's commands. Undoing is a decision too: the register keeps
 * both. Accepting is at once on screen; what is accepted while an answer is awaited goes to the engine together.
 */
export function useDecisions(classification: ClassifiedDataset): Decisions {
  const history = useRef<WishHistory>({ past: [], future: [] });
  const waiting = useRef<Wish[][]>([]);
  const [busy, setBusy] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const id = classification.datasetId;
  const shown = (): ClassifiedDataset =>
    queryClient.getQueryData<ClassifiedDataset>(keys.classification(id)) ?? classification;
  const inverses = (wishes: Wish[]): Wish[] => {
    const { columns } = shown();
    return wishes.flatMap(({ column }) => {
      const known = columns.find(({ suggestion }) => suggestion.name === column);
      return known ? [inverse(known)] : [];
    });
  };
  const record = (wishes: Wish[], after: (now: WishHistory) => WishHistory): Promise<void> =>
    guarded(() =>
      send(
        shown(),
        wishes,
        () => waiting.current.flat(),
        () => {
          history.current = after(history.current);
          redraw();
        },
      ),
    );
  const recordWaiting = async (): Promise<void> => {
    const groups = waiting.current.splice(0);
    if (groups.length === 0) return;
    const backs = groups.map((group) => group.map(({ column }): Wish => ({ column, action: 'withdraw' })));
    await record(groups.flat(), (now) => remembered(now, backs));
  };
  const alone = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await afterAll(work);
    setBusy(false);
  };
  const decide = async (wishes: Wish[]): Promise<void> => {
    if (wishes.length === 0) return;
    const open = openNames(shown());
    if (!wishes.every(({ action, column }) => action === 'accept' && open.has(column)))
      return alone(() => {
        const backs = [inverses(wishes)];
        return record(wishes, (now) => remembered(now, backs));
      });
    queryClient.setQueryData(keys.classification(id), accepted(shown(), new Set(wishes.map(({ column }) => column))));
    waiting.current.push(wishes);
    redraw();
    await afterAll(recordWaiting);
  };
  const step = (from: keyof WishHistory, to: keyof WishHistory): Promise<void> =>
    alone(async () => {
      const wishes = history.current[from].at(-1);
      if (!wishes) return;
      const back = inverses(wishes);
      await record(wishes, (now) => stepped(now, from, to, back));
    });
  const canUndo = history.current.past.length > 0 || recording !== null;
  useCommandHandler('edit.undo', canUndo && !busy ? () => void step('past', 'future') : null);
  useCommandHandler('edit.redo', history.current.future.length > 0 && !busy ? () => void step('future', 'past') : null);
  return { decide, busy };
}
