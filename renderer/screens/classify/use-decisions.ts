import { useReducer, useRef, useState } from 'react';
import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';
import type { ColumnClass } from '#shared/domain/column-class.ts';
import { useCommandHandler } from '#renderer/navigation/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { beforeLeaving } from '#renderer/client/pending-work.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

/** What a person says about a column; the engine adds who and when. */
export type Wish =
  | { column: string; action: 'accept' }
  | { column: string; action: 'withdraw' }
  | { column: string; action: 'override'; type?: string; class: ColumnClass; reason: string };

/** The wish that brings a column back to where it stands now. */
function inverse({ decision, suggestion }: ClassifiedColumn): Wish {
  if (decision === null) return { column: suggestion.name, action: 'withdraw' };
  return decision.action === 'accepted'
    ? { column: suggestion.name, action: 'accept' }
    : {
        column: suggestion.name,
        action: 'override',
        type: decision.type,
        class: decision.class,
        reason: decision.reason ?? '',
      };
}
const classes = (dataset: ClassifiedDataset): string =>
  dataset.columns.map(({ effective }) => `${effective.class}/${effective.type}`).join();

/** The columns as they will be when the engine has recorded that these suggestions were accepted. */
function accepted(dataset: ClassifiedDataset, names: ReadonlySet<string>): ClassifiedDataset {
  if (names.size === 0) return dataset;
  const at = new Date().toISOString();
  const columns = dataset.columns.map((column): ClassifiedColumn => {
    const { suggestion, decision } = column;
    if (decision !== null || !names.has(suggestion.name)) return column;
    return {
      ...column,
      decision: {
        column: suggestion.name,
        action: 'accepted',
        type: suggestion.type,
        class: suggestion.class,
        reason: null,
        actor: '',
        at,
      },
    };
  });
  return { ...dataset, columns, open: columns.filter(({ decision }) => decision === null).length };
}

/** What is being recorded, of whichever dataset: it must be done before the workspace is left. */
let recording: Promise<void> | null = null;
beforeLeaving(async () => recording);

export interface Decisions {
  decide(wishes: Wish[]): Promise<void>;
  busy: boolean;
}

/**
 * Records decisions, with undo and redo under the window's commands. Undoing is a decision too: the register keeps
 * both. Accepting is at once on screen; what is accepted while an answer is awaited goes to the engine together.
 */
export function useDecisions(classification: ClassifiedDataset): Decisions {
  const history = useRef<{ past: Wish[][]; future: Wish[][] }>({ past: [], future: [] });
  const waiting = useRef<Wish[][]>([]);
  const [busy, setBusy] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const id = classification.datasetId;
  const shown = (): ClassifiedDataset =>
    queryClient.getQueryData<ClassifiedDataset>(keys.classification(id)) ?? classification;
  const columnOf = (name: string): ClassifiedColumn | undefined =>
    shown().columns.find(({ suggestion }) => suggestion.name === name);
  const inverses = (wishes: Wish[]): Wish[] =>
    wishes.flatMap(({ column }) => {
      const known = columnOf(column);
      return known ? [inverse(known)] : [];
    });

  const record = (wishes: Wish[], done: () => void): Promise<void> =>
    guarded(async () => {
      const before = classes(shown());
      let answer: ClassifiedDataset;
      try {
        answer = await engine.classify.decide({ datasetId: id, decisions: wishes });
      } catch (error) {
        // What was shown too early is taken back.
        void refresh(keys.classification(id));
        throw error;
      }
      queryClient.setQueryData(
        keys.classification(id),
        accepted(answer, new Set(waiting.current.flat().map(({ column }) => column))),
      );
      done();
      redraw();
      void refresh(keys.register, keys.verification);
      // Only a changed class changes what can be measured or must be masked.
      if (classes(answer) !== before) void refresh(keys.assessment(id), ['profile', id], ['preview', id]);
    });
  const remember =
    (...backs: Wish[][]) =>
    (): void =>
      void (history.current = { past: [...history.current.past, ...backs], future: [] });
  const recordWaiting = (): Promise<void> => {
    const all = async (): Promise<void> => {
      while (waiting.current.length > 0) {
        const groups = waiting.current.splice(0);
        await record(
          groups.flat(),
          remember(...groups.map((group) => group.map(({ column }): Wish => ({ column, action: 'withdraw' })))),
        );
      }
    };
    return (recording ??= all().finally(() => {
      recording = null;
    }));
  };
  const alone = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await recordWaiting();
    await work();
    setBusy(false);
  };
  const decide = async (wishes: Wish[]): Promise<void> => {
    if (wishes.length === 0) return;
    const open = new Set(
      shown()
        .columns.filter(({ decision }) => decision === null)
        .map(({ suggestion }) => suggestion.name),
    );
    if (!wishes.every(({ action, column }) => action === 'accept' && open.has(column)))
      return alone(() => record(wishes, remember(inverses(wishes))));
    queryClient.setQueryData(keys.classification(id), accepted(shown(), new Set(wishes.map(({ column }) => column))));
    waiting.current.push(wishes);
    redraw();
    await recordWaiting();
  };
  const step = (from: 'past' | 'future', to: 'past' | 'future'): Promise<void> =>
    alone(async () => {
      const wishes = history.current[from].at(-1);
      if (!wishes) return;
      const back = inverses(wishes);
      await record(
        wishes,
        () =>
          void (history.current = {
            ...history.current,
            [from]: history.current[from].slice(0, -1),
            [to]: [...history.current[to], back],
          }),
      );
    });
  const canUndo = history.current.past.length > 0 || recording !== null;
  useCommandHandler('edit.undo', canUndo && !busy ? () => void step('past', 'future') : null);
  useCommandHandler('edit.redo', history.current.future.length > 0 && !busy ? () => void step('future', 'past') : null);
  return { decide, busy };
}
