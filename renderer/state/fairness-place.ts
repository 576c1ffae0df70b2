import { createStore, useStore } from './create-store.ts';
import { goTo, selectDataset } from './ui-state.ts';

/** The column that somebody came to audit, and of which dataset. */
interface Wanted {
  datasetId: string | null;
  outcome: string | null;
}

const wanted = createStore<Wanted>({ datasetId: null, outcome: null });

export const useWantedOutcome = (datasetId: string): string | null =>
  useStore(wanted, (now) => (now.datasetId === datasetId ? now.outcome : null));

/** Goes where a selection is audited, with the column that people are chosen by. */
export function goToFairness(datasetId: string, outcome: string | null): void {
  wanted.set({ datasetId, outcome });
  selectDataset(datasetId);
  goTo('fairness');
}
