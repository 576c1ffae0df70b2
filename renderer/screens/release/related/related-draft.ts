import type { AskedRelated, RelatedProposal } from '#shared/contract/related.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

/** What somebody has chosen so far; it is kept while they are elsewhere. */
export interface RelatedDraft {
  /** Null: the proposed one. */
  key: string | null;
  /** The key of each dataset that somebody chose for it, or null where it is left out; others go as proposed. */
  chosen: Readonly<Record<string, string | null>>;
  k: number;
  /** Percent; null: any. */
  suppression: number | null;
  purpose: string | null;
  cells: NonNullable<AskedRelated['cells']>;
  keep: readonly string[];
  household: string | null;
  rowsPerPerson: number;
  effort: NonNullable<AskedRelated['effort']>;
  attack: boolean;
}

const untouched: RelatedDraft = {
  key: null,
  chosen: {},
  k: 5,
  suppression: null,
  purpose: null,
  cells: 'levels',
  keep: [],
  household: null,
  rowsPerPerson: 50,
  effort: 'quick',
  attack: true,
};

const drafts = createStore<{ of: Readonly<Record<string, RelatedDraft>> }>({ of: {} });

export const useRelatedDraft = (datasetId: string): RelatedDraft =>
  useStore(drafts, ({ of }) => of[datasetId] ?? untouched);
/** Changes what was chosen for a dataset. */
export const changeRelated = (datasetId: string, change: Partial<RelatedDraft>): void =>
  drafts.set(({ of }) => ({ of: { ...of, [datasetId]: { ...(of[datasetId] ?? untouched), ...change } } }));

/** The key of the table of people: chosen, or proposed. */
export const keyOf = ({ key }: RelatedDraft, { keys }: RelatedProposal): string | null =>
  keys.find(({ column }) => column === key)?.column ?? keys[0]?.column ?? null;

/** A dataset that can go along under the key of the table of people, and by which of its columns. */
export interface OfferedTable {
  datasetId: string;
  name: string;
  rows: number;
  keys: RelatedProposal['others'][number]['keys'];
  /** The one that it goes by; null where it is left out. */
  by: RelatedProposal['others'][number]['keys'][number] | null;
}

/** What there is to choose from under a key, with what is chosen. */
export const offeredBy = ({ chosen }: RelatedDraft, { others }: RelatedProposal, key: string): OfferedTable[] =>
  others.flatMap(({ keys: all, ...dataset }) => {
    const keys = all.filter(({ of }) => of === key);
    if (keys.length === 0) return [];
    const own = chosen[dataset.datasetId];
    const by = own === null ? null : (keys.find(({ column }) => column === own) ?? keys[0]!);
    return [{ ...dataset, keys, by }];
  });

/** What is asked of the engine; null while there is no other table. */
export function wishOf(
  draft: RelatedDraft,
  { datasetId, key, offered }: { datasetId: string; key: string; offered: readonly OfferedTable[] },
): Omit<AskedRelated, 'folderGrantId'> | null {
  const children = offered.flatMap(({ datasetId: id, by }) => (by === null ? [] : [{ datasetId: id, key: by.column }]));
  if (children.length === 0) return null;
  const { k, suppression, purpose, cells, keep, household, rowsPerPerson, effort, attack } = draft;
  return {
    datasetId,
    key,
    children,
    k,
    cells,
    rowsPerPerson,
    effort,
    attack,
    ...(suppression === null ? {} : { suppression: suppression / 100 }),
    ...(purpose === null ? {} : { purpose }),
    ...(keep.length === 0 ? {} : { qi: [...keep] }),
    ...(household === null ? {} : { household }),
  };
}
