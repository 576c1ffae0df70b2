import { createStore, useStore } from './create-store.ts';

const chosen = createStore<{ seq: number | null }>({ seq: null });

export const useChosenEntry = (): number | null => useStore(chosen, (now) => now.seq);
/** Opens an entry in the Register's inspector. */
export const chooseEntry = (seq: number | null): void => chosen.set({ seq });
