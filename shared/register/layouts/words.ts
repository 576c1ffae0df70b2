import { fold } from './fold.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import others from './words/other-languages.json' with { type: 'json' };

/** Languages in which layouts are written; all of them are read. */
export type LayoutLanguage = 'en' | 'fr';

type Lists = typeof en;
export type WordList = keyof Lists;
export type CodeOf<L extends WordList> = keyof Lists[L] & string;

const languages: Record<LayoutLanguage, Lists> = { en, fr };
/** Words of languages that no layout is written in: read, never written, and not of every list. */
const onlyRead: Partial<Record<WordList, Readonly<Record<string, readonly string[]>>>> = others;

const listOf = (language: LayoutLanguage, list: WordList): Record<string, readonly string[]> =>
  languages[language][list];

/** The word that stands in a cell for a code: the first of its list. */
export const wordOf = (language: LayoutLanguage, list: WordList, code: string): string =>
  listOf(language, list)[code]?.[0] ?? code;

const readers = new Map<string, Map<string, string>>();

/** Every word of a list, folded, with its code; the language of the layout goes first where two disagree. */
function readerOf(language: LayoutLanguage, list: WordList): Map<string, string> {
  const key = `${language}/${list}`;
  const known = readers.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, string>();
  const order = [language, ...(Object.keys(languages) as LayoutLanguage[])];
  for (const one of order)
    for (const [code, words] of Object.entries(listOf(one, list)))
      for (const word of [...words, code]) {
        const folded = fold(word);
        if (!made.has(folded)) made.set(folded, code);
      }
  for (const [code, words] of Object.entries(onlyRead[list] ?? {}))
    for (const word of words) if (!made.has(fold(word))) made.set(fold(word), code);
  readers.set(key, made);
  return made;
}

/** The code that a text stands for, in whichever language it is written; null where no word of the list is meant. */
export const codeOf = <L extends WordList>(language: LayoutLanguage, list: L, text: string): CodeOf<L> | null =>
  (readerOf(language, list).get(fold(text)) as CodeOf<L> | undefined) ?? null;

/** Whether each list has the same codes in every language, for the test that holds it. */
export const wordLists = languages;
