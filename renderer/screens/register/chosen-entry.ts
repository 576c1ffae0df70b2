import { createStore, useStore } from '#renderer/state/create-store.ts';

const chosen = createStore<{ seq: number | null }>({ seq: null });

export const useChosenEntry = (): number | null => useStore(chosen, (now) => now.seq);
export const chooseEntry = (seq: number | null): void => chosen.set({ seq });
