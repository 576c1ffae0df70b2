import { useRef, useState } from 'react';
import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';
import type { ColumnClass } from '#shared/domain/column-class.ts';
import { useCommandHandler } from '#renderer/app/command-bus.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

/** What a person says about a column; the engine adds who and when. */
export type Wish = { column: string; action: 'accept' } | { column: string; action: 'withdraw' } | { column: string; action: 'override'; type?: string; class: ColumnClass; reason: string };

/** The wish that brings a column back to where it stands now. */
function inverse({ decision, suggestion }: ClassifiedColumn): Wish {
  if (decision === null) return { column: suggestion.name, action: 'withdraw' };
  return decision.action === 'accepted' ? { column: suggestion.name, action: 'accept' } : { column: suggestion.name, action: 'override', type: decision.type, class: decision.class, reason: decision.reason ?? '' };
}
const classes = (dataset: ClassifiedDataset): string => dataset.columns.map(({ effective }) => `${effective.class}/${effective.type}`).join();

export interface Decisions { decide(wishes: Wish[]): Promise<void>; busy: boolean }

/** Records decisions, at once on screen, with undo and redo under the window's commands. Undoing is a decision too: the register keeps both. */
export function useDecisions(classification: ClassifiedDataset): Decisions {
  const [past, setPast] = useState<Wish[][]>([]);
  const [future, setFuture] = useState<Wish[][]>([]);
  const [busy, setBusy] = useState(false);
  const latest = useRef(classification);
  latest.current = classification;
  const id = classification.datasetId;

  /** Sends the wishes; resolves to those that would take them back, null when it failed. */
  const send = async (wishes: Wish[]): Promise<Wish[] | null> => {
    const byName = new Map(latest.current.columns.map((column) => [column.suggestion.name, column]));
    const back = wishes.flatMap(({ column }) => { const known = byName.get(column); return known ? [inverse(known)] : []; });
    let sent: Wish[] | null = null;
    setBusy(true);
    await guarded(async () => {
      const before = classes(latest.current);
      const answer = await engine.classify.decide({ datasetId: id, decisions: wishes });
      queryClient.setQueryData(keys.classification(id), answer);
      sent = back;
      void refresh(keys.register, keys.verification);
      // Only a changed class changes what can be measured or must be masked.
      if (classes(answer) !== before) void refresh(keys.assessment(id), ['profile', id], ['preview', id]);
    });
    setBusy(false);
    return sent;
  };
  const decide = async (wishes: Wish[]): Promise<void> => {
    if (wishes.length === 0) return;
    const back = await send(wishes);
    if (!back) return;
    setPast((now) => [...now, back]);
    setFuture([]);
  };
  const step = async (from: Wish[][], setFrom: (next: Wish[][]) => void, setTo: (change: (now: Wish[][]) => Wish[][]) => void): Promise<void> => {
    const back = await send(from.at(-1)!);
    if (!back) return;
    setFrom(from.slice(0, -1));
    setTo((now) => [...now, back]);
  };
  useCommandHandler('edit.undo', past.length > 0 && !busy ? () => void step(past, setPast, setFuture) : null);
  useCommandHandler('edit.redo', future.length > 0 && !busy ? () => void step(future, setFuture, setPast) : null);
  return { decide, busy };
}
