import { createContext, useContext } from 'react';
import type { RecordSummary } from '#shared/contract/records.ts';
import type { Origin } from '#shared/register/answer.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';

/** What every field of a form may ask for, however deep it stands. */
export interface RecordFormContext {
  readOnly: boolean;
  /** Records that fields may refer to. */
  recordsOf(kind: RecordKind): readonly RecordSummary[];
  /** Begins a record of which the name is all that is known; its id. */
  create(kind: RecordKind, name: string): Promise<string>;
  /** Names of what ids of the workspace stand for: datasets, purposes of the program. */
  namesOf(source: KnownIds): ReadonlyMap<string, string>;
  /** Who works in the workspace. */
  operator: string;
  /** Says that this person answers, now. */
  mine(): Origin;
}

export type KnownIds = 'datasets' | 'purposes';

/** Text fields that hold the id of a thing of the workspace, by kind, field and part. */
export const knownIds: Readonly<Record<string, KnownIds>> = {
  'activity.datasets': 'datasets',
  'activity.dataItems.dataset': 'datasets',
  'purpose.preset': 'purposes',
  'binding.dataset': 'datasets',
  'compatibility.dataset': 'datasets',
};

const nothing: RecordFormContext = {
  readOnly: true,
  recordsOf: () => [],
  create: () => Promise.reject(new Error('no form')),
  namesOf: () => new Map(),
  operator: '',
  mine: () => ({ from: 'person', by: '', at: new Date().toISOString() }),
};

export const RecordFormSurroundings = createContext<RecordFormContext>(nothing);
export const useFormContext = (): RecordFormContext => useContext(RecordFormSurroundings);
