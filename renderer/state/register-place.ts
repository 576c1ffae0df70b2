import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { chooseEntry } from './chosen-entry.ts';
import { createStore, useStore } from './create-store.ts';
import { goTo } from './ui-state.ts';

/** Tabs of the Register screen, with the kinds of records that each shows; differences and history show none. */
export const registerTabs = {
  activities: ['activity'],
  differences: [],
  history: [],
  purposes: ['purpose'],
  recipients: ['recipient'],
  transfers: ['transfer'],
  retention: ['retention'],
  measures: ['measure'],
  systems: ['system'],
  assessments: ['legitimate-interests', 'compatibility', 'screening', 'assessment'],
  notices: ['notice', 'binding'],
  organisation: ['organisation'],
} as const satisfies Record<string, readonly RecordKind[]>;
export type RegisterTab = keyof typeof registerTabs;
/** Tabs that show records. */
export type RecordTab = Exclude<RegisterTab, 'differences' | 'history'>;
export const registerTabIds = Object.keys(registerTabs) as RegisterTab[];

/** A record that is open, at a field where one is named. */
export interface OpenRecord {
  kind: RecordKind;
  id: string;
  field?: string;
}

interface Place {
  tab: RegisterTab;
  record: OpenRecord | null;
}

const place = createStore<Place>({ tab: 'activities', record: null });

export const useRegisterTab = (): RegisterTab => useStore(place, (now) => now.tab);
export const useOpenRecord = (): OpenRecord | null => useStore(place, (now) => now.record);

/** Shows a tab of the Register screen; a record or an entry that lay open in another one is closed. */
export function showRegisterTab(tab: RegisterTab): void {
  chooseEntry(null);
  place.set({ tab, record: null });
}

/** Opens a record, in the tab of its kind. */
export function showRecord(record: OpenRecord): void {
  const tab = registerTabIds.find((id) => (registerTabs[id] as readonly RecordKind[]).includes(record.kind));
  chooseEntry(null);
  place.set({ tab: tab ?? 'activities', record });
}

/** Goes to a record, from wherever it is named. */
export function goToRecord(record: OpenRecord): void {
  showRecord(record);
  goTo('register');
}

/** Goes to an entry of the history, from wherever it is named. */
export function goToEntry(seq: number): void {
  showRegisterTab('history');
  chooseEntry(seq);
  goTo('register');
}
