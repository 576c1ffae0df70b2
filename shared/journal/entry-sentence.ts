import { historySentences, historyText } from '#shared/text/history/index.ts';
import type { Told } from '#shared/text/history/told.ts';
import { visible } from '#shared/text/visible.ts';
import { registerText } from '#shared/text/window/register.ts';
import { entryAreas, entryKinds, type EntryArea, type EntryKind } from './entry-kinds/index.ts';

const areaByKind = new Map<string, EntryArea>(
  (Object.keys(entryAreas) as EntryArea[]).flatMap((area) =>
    Object.keys(entryAreas[area]).map((kind): [string, EntryArea] => [kind, area]),
  ),
);

/** The area an entry's kind belongs to; null for a kind of another version. */
export const areaOf = (kind: string): EntryArea | null => areaByKind.get(kind) ?? null;

const isKind = (kind: string): kind is EntryKind => Object.hasOwn(entryKinds, kind);

/**
 * What an entry says, as a sentence. An entry of another version, or one whose payload is not of its kind, is told by who
 * wrote it and what its kind is called. Unseen signs in names are made visible.
 * @param payload as it was parsed
 * @param name what the log called the thing of an id
 */
export function entrySentence(
  { kind, actor, payload }: { kind: string; actor: string; payload: unknown },
  name: (id: string) => string,
): string {
  const said = isKind(kind) ? entryKinds[kind].safeParse(payload) : undefined;
  if (!isKind(kind) || said?.success !== true) return oneLine(historyText.unread(actor, registerText.kind(kind)));
  // The payload was just read by the schema of this very kind.
  const tell: (told: Told<EntryKind>) => string = historySentences[kind];
  return oneLine(tell({ who: actor, said: said.data, name }));
}

const oneLine = (sentence: string): string => visible(sentence.replaceAll(/\s+/g, ' ').trim());
