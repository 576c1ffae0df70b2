import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { chooseEntry } from './chosen-entry.ts';
import { createStore, useStore } from './create-store.ts';
import { goTo, selectDataset } from './ui-state.ts';

/** Tabs of the Register screen, with the kinds of records that each shows; differences, history and heads show none. */
export const registerTabs = {
  activities: ['activity'],
  differences: [],
  history: [],
  heads: [],
  purposes: ['purpose'],
  data: ['binding'],
  recipients: ['recipient'],
  transfers: ['transfer'],
  retention: ['retention'],
  measures: ['measure'],
  systems: ['system'],
  assessments: ['legitimate-interests', 'compatibility', 'screening', 'assessment'],
  notices: ['notice'],
  organisation: ['organisation'],
} as const satisfies Record<string, readonly RecordKind[]>;
export type RegisterTab = keyof typeof registerTabs;
/** Tabs that are lists of records. */
export type RecordTab = Exclude<RegisterTab, 'differences' | 'history' | 'heads' | 'data'>;
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
  /** The purpose that somebody came to the use of data, or to its notice, for: as recipes name it, or its record's id. */
  wanted: string | null;
  /** The activity whose impact assessment is open. */
  assessed: string | null;
}

const place = createStore<Place>({ tab: 'activities', record: null, wanted: null, assessed: null });

export const useRegisterTab = (): RegisterTab => useStore(place, (now) => now.tab);
export const useOpenRecord = (): OpenRecord | null => useStore(place, (now) => now.record);

export const useAssessed = (): string | null => useStore(place, (now) => now.assessed);

/** Shows a tab of the Register screen; a record or an entry that lay open in another one is closed. */
export function showRegisterTab(tab: RegisterTab): void {
  chooseEntry(null);
  place.set({ tab, record: null, wanted: null, assessed: null });
}

const tabOf = (kind: RecordKind): RegisterTab =>
  registerTabIds.find((id) => (registerTabs[id] as readonly RecordKind[]).includes(kind)) ?? 'activities';

/** Goes to where records of a kind are begun. */
export function goToKind(kind: RecordKind): void {
  showRegisterTab(tabOf(kind));
  goTo('register');
}

/** Opens a record, in the tab of its kind. */
export function showRecord(record: OpenRecord): void {
  chooseEntry(null);
  place.set({ tab: tabOf(record.kind), record, assessed: null });
}

/** Opens the impact assessment of an activity. */
export function showAssessment(activity: string): void {
  chooseEntry(null);
  place.set({ tab: 'assessments', record: null, assessed: activity });
}

export const useWantedPurpose = (): string | null => useStore(place, (now) => now.wanted);
/** What somebody came for has been taken up, or let go. */
export const forgetWantedPurpose = (): void => place.set({ wanted: null });

/** Goes to what a dataset is for; with a purpose: to declare it, or to test it. */
export function goToDataUse(dataset: string | null, purpose: string | null = null): void {
  if (dataset !== null) selectDataset(dataset);
  showRegisterTab('data');
  place.set({ wanted: purpose });
  goTo('register');
}

/** Goes to the notice of a purpose, by the id of its record. */
export function goToNotice(purpose: string): void {
  showRegisterTab('notices');
  place.set({ wanted: purpose });
  goTo('register');
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
