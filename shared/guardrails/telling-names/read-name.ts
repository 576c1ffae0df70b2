import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { nameLanguages } from './languages.ts';
import type { NameLanguage, TellingWords } from './name-language.ts';

/** What a name tells of the people in a file, and the words of it that do. */
export interface Told {
  flag: ColumnFlag;
  words: string;
}

/** Words in a row; each whole, or only its beginning. */
type Phrase = readonly { text: string; begins: boolean }[];

const phraseOf = (written: string): Phrase =>
  written.split(' ').map((word) => ({ text: word.replace('*', ''), begins: word.endsWith('*') }));
const phrasesOf = (written: readonly string[] = []): Phrase[] => written.map(phraseOf);
const ofAll = (of: (language: NameLanguage) => readonly string[]): readonly string[] => nameLanguages.flatMap(of);

const people = phrasesOf(ofAll((language) => language.people));
const choices = phrasesOf(ofAll((language) => language.audience));
const harmless = phrasesOf(ofAll((language) => language.harmless)).toSorted((a, b) => b.length - a.length);
const glued = ofAll((language) => language.glued);

const ways = [
  'always',
  'inAudience',
  'amongPeople',
  'beforePeople',
  'afterPeople',
] as const satisfies readonly (keyof TellingWords)[];
type Way = (typeof ways)[number];

const telling: readonly { flag: ColumnFlag; way: Way; phrase: Phrase }[] = nameLanguages.flatMap(({ flags }) =>
  Object.entries(flags).flatMap(([flag, words]) =>
    ways.flatMap((way) => phrasesOf(words[way]).map((phrase) => ({ flag: flag as ColumnFlag, way, phrase }))),
  ),
);

/** Says nothing of what a file is about. */
const filler = new Set(
  wordList(`
    csv tsv txt xlsx jsonl json parquet gz file files datei fichier fichero archivo bestand plik arquivo data dataset
    export new final the of and und et y e en i
  `),
);

/** `muslimkunden` is two words. */
function unglued(word: string): string[] {
  const ending = glued.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  return ending === undefined ? [word] : [word.slice(0, -ending.length), ending];
}

const wordsOf = (name: string): string[] =>
  fold(
    name
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replaceAll(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .replaceAll(/['’]/gu, ' '),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=\p{L}{3})\d+$/u, ''))
    .filter((word) => word !== '')
    .flatMap(unglued);

const standsAt = (phrase: Phrase, words: readonly (string | null)[], at: number): boolean =>
  phrase.every(({ text, begins }, step) => {
    const word = words[at + step];
    return word !== undefined && word !== null && (begins ? word.startsWith(text) : word === text);
  });

const anyAt = (phrases: readonly Phrase[], words: readonly (string | null)[], at: number): boolean =>
  at >= 0 && phrases.some((phrase) => standsAt(phrase, words, at));

/** The words of a name; null where one belongs to the name of something else. */
function readable(name: string): (string | null)[] {
  const words: (string | null)[] = wordsOf(name);
  for (const phrase of harmless)
    for (let at = 0; at < words.length; at++)
      if (standsAt(phrase, words, at)) words.fill(null, at, Math.min(at + phrase.length, words.length));
  return words;
}

/**
 * What a name of a file, a list or a segment tells of the people in it. Words of all languages are read at once; a word
 * that is also the name of something else counts only beside one for people or for a choice of them.
 */
export function readName(name: string): Told[] {
  const words = readable(name);
  const saying = words.filter((word) => word !== null && !filler.has(word) && !/^\d+$/.test(word)).length;
  const isOfPeople = words.some((_, at) => anyAt(people, words, at) || anyAt(choices, words, at));
  const holds: Record<Way, (at: number, length: number) => boolean> = {
    always: () => true,
    inAudience: (_, length) => isOfPeople || saying === length,
    amongPeople: () => isOfPeople,
    beforePeople: (at, length) => anyAt(people, words, at + length),
    afterPeople: (at) => anyAt(people, words, at - 1),
  };
  const found = telling.flatMap(({ flag, way, phrase }): Told[] => {
    const at = words.findIndex((_, place) => standsAt(phrase, words, place) && holds[way](place, phrase.length));
    return at < 0 ? [] : [{ flag, words: words.slice(at, at + phrase.length).join(' ') }];
  });
  return found.filter(({ flag }, at) => found.findIndex((other) => other.flag === flag) === at);
}
