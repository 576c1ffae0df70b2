import type { Recipe } from '#shared/domain/recipe-file.ts';
import { engine } from '#renderer/client/connection.ts';
import { beforeLeaving } from '#renderer/client/pending-work.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** Every save is a file written and flushed: it waits until the person pauses. Milliseconds. */
const pause = 1200;

const states = createStore<{ byDataset: ReadonlyMap<string, SaveState> }>({ byDataset: new Map() });
/** Where the dataset's recipe stands; undefined before the first change. */
export const useSaveState = (datasetId: string): SaveState | undefined =>
  useStore(states, (now) => now.byDataset.get(datasetId));
const setState = (datasetId: string, state: SaveState): void =>
  states.set(({ byDataset }) => ({ byDataset: new Map(byDataset).set(datasetId, state) }));

const waiting = new Map<string, { recipe: Recipe; timer: ReturnType<typeof setTimeout> | undefined }>();
let queue: Promise<void> = Promise.resolve();

/**
 * Saves the recipe in the workspace after a pause; a later recipe of the same dataset takes its place.
 * @param complete false while a step is under construction: then it is saved when the person leaves, not before
 */
export function saveSoon(datasetId: string, recipe: Recipe, complete: boolean): void {
  clearTimeout(waiting.get(datasetId)?.timer);
  waiting.set(datasetId, { recipe, timer: complete ? setTimeout(() => void saveNow(datasetId), pause) : undefined });
  setState(datasetId, 'waiting');
}

/** Saves at once what is waiting; saves of one window never overtake each other. */
export function saveNow(datasetId: string): Promise<void> {
  const found = waiting.get(datasetId);
  if (!found) return queue;
  clearTimeout(found.timer);
  waiting.delete(datasetId);
  queue = queue.then(async () => {
    let saved = false;
    setState(datasetId, 'saving');
    await guarded(async () => {
      await engine.recipes.save({ datasetId, recipe: found.recipe });
      saved = true;
      // Also where the operator's name had to be asked for first.
      if (waiting.get(datasetId)?.recipe === found.recipe) waiting.delete(datasetId);
      if (!waiting.has(datasetId)) setState(datasetId, 'saved');
      void refresh(keys.register, keys.verification);
    });
    if (saved || waiting.has(datasetId)) return;
    // Kept, so that it can be tried again by hand and is tried again when the person leaves.
    waiting.set(datasetId, { recipe: found.recipe, timer: undefined });
    setState(datasetId, 'failed');
  });
  return queue;
}

/** Saves what is waiting, and lets the register enter what this sitting changed. */
export async function endSitting(datasetId: string): Promise<void> {
  await saveNow(datasetId);
  // A save that failed is told where it stands; the sitting goes on until it is kept.
  if (waiting.has(datasetId)) return;
  await engine.recipes.endSitting({ datasetId }).catch(() => undefined);
  void refresh(keys.register, keys.verification);
}

beforeLeaving(() => Promise.all([...waiting.keys()].map(saveNow)));
