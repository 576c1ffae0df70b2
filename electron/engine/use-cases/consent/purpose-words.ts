import { findPurpose } from '#shared/purposes/index.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { listPurposes } from '../purposes/list-purposes.ts';

const folded = (word: string): string => word.normalize('NFC').trim().toLowerCase();

/** The id of the purpose that a word of a consent file means: an id, code, slug or title. Null where it means none. */
export function purposeWords(state: EngineSession): (word: string) => string | null {
  const known = new Map<string, string>();
  for (const { id, code, title } of listPurposes(state)) {
    for (const word of [title, code, id]) if (word !== '') known.set(folded(word), id);
  }
  const found = new Map<string, string | null>();
  return (word) => {
    const before = found.get(word);
    if (before !== undefined) return before;
    const id = known.get(folded(word)) ?? findPurpose(word)?.id ?? null;
    if (found.size < 10_000) found.set(word, id);
    return id;
  };
}

/** What people call a purpose of the ledger. */
export const purposeTitleOf = (state: EngineSession, id: string): { title: string; code: string } => {
  const { title, code } = state.findPurpose(id) ?? { title: id, code: id };
  return { title, code };
};
