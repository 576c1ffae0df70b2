import { chooseEntry } from './chosen-entry.ts';
import { createStore, useStore } from './create-store.ts';
import { goTo } from './ui-state.ts';

/** What the Register screen shows: records of the register of processing, or the history of the workspace. */
export const registerTabs = ['activities', 'history'] as const;
export type RegisterTab = (typeof registerTabs)[number];

const place = createStore<{ tab: RegisterTab }>({ tab: 'activities' });

export const useRegisterTab = (): RegisterTab => useStore(place, (now) => now.tab);
/** Shows a tab of the Register screen; an entry that lay open in another one is closed. */
export function showRegisterTab(tab: RegisterTab): void {
  chooseEntry(null);
  place.set({ tab });
}
/** Goes to an entry of the history, from wherever it is named. */
export function goToEntry(seq: number): void {
  showRegisterTab('history');
  chooseEntry(seq);
  goTo('register');
}
