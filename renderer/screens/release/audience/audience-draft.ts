import type { PlatformField } from '#shared/recipe/platforms/platform-profile.ts';
import { platformIds, type PlatformId } from '#shared/recipe/platforms/index.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

/** A column that people are chosen by, and the values of which any will do. */
export interface DraftCriterion {
  column: string | null;
  values: string[];
}

/** What somebody has chosen so far; it is kept while they are elsewhere. */
export interface AudienceDraft {
  platform: PlatformId;
  purpose: string;
  criteria: DraftCriterion[];
  /** Null: e-mail addresses and phone numbers, as far as the platform takes both. */
  match: PlatformField | null;
  callingCode: string;
}

const untouched: AudienceDraft = {
  platform: platformIds[0],
  purpose: 'P2',
  criteria: [{ column: null, values: [] }],
  match: null,
  callingCode: '',
};

export const releaseTabs = ['recipe', 'audience', 'related'] as const;
export type ReleaseTab = (typeof releaseTabs)[number];

const drafts = createStore<{ tab: ReleaseTab; of: Readonly<Record<string, AudienceDraft>> }>({ tab: 'recipe', of: {} });

export const useReleaseTab = (): ReleaseTab => useStore(drafts, ({ tab }) => tab);
export const showReleaseTab = (tab: ReleaseTab): void => drafts.set({ tab });
export const useAudienceDraft = (datasetId: string): AudienceDraft =>
  useStore(drafts, ({ of }) => of[datasetId] ?? untouched);
/** Changes what was chosen for a dataset. */
export const changeDraft = (datasetId: string, change: Partial<AudienceDraft>): void =>
  drafts.set(({ of }) => ({ of: { ...of, [datasetId]: { ...(of[datasetId] ?? untouched), ...change } } }));

export const isCallingCode = (typed: string): boolean => /^([1-9]\d{0,3})?$/.test(typed);

/** What is asked of the engine; null while somebody is still choosing. */
export function wishOf(draft: AudienceDraft) {
  const chosen = draft.criteria.filter(({ column }) => column !== null);
  if (chosen.length === 0 || chosen.some(({ values }) => values.length === 0)) return null;
  if (!isCallingCode(draft.callingCode)) return null;
  return {
    platform: draft.platform,
    purpose: draft.purpose,
    where: chosen.flatMap(({ column, values }) => values.map((value) => ({ column: column!, value }))),
    callingCode: draft.callingCode,
    ...(draft.match === null ? {} : { match: draft.match }),
  };
}
export type AudienceWish = NonNullable<ReturnType<typeof wishOf>>;
