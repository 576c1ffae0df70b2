import type { EntryKind, EntryPayload } from '#shared/journal/entry-kinds/index.ts';

/** What a sentence of the history is built from. */
export interface Told<K extends EntryKind> {
  who: string;
  /** What the entry says. */
  said: EntryPayload<K>;
  /** What the log called the thing of that id when this was entered, or the id where it never gave it a name. */
  name(id: string): string;
}

/** A sentence for each kind of an area: a kind without one does not compile. */
export type Sentences<K extends EntryKind> = { [Kind in K]: (told: Told<Kind>) => string };

/** A sentence with the reason that somebody gave, where somebody did. */
export const because = (sentence: string, reason: string | null | undefined): string =>
  reason === null || reason === undefined || reason.trim() === ''
    ? `${sentence}.`
    : `${sentence}, because: ${reason.trim().replace(/[.\s]+$/, '')}.`;
