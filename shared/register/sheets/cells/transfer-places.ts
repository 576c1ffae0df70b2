import { countryOf } from '#shared/register/layouts/countries.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import { codeOf, type LayoutLanguage } from '#shared/register/layouts/words.ts';
import { isDash } from './cell.ts';
import { readLine } from '../cell-text.ts';
import { readNode, type ReadNode } from '../read-node.ts';
import { shortTitle } from '../short-title.ts';

/** What a cell about transfers says before anything else: that there are some, or none, and what follows. */
export interface Opening {
  says: 'yes' | 'no' | null;
  rest: string;
}

const answerOf = (word: string, language: LayoutLanguage): Opening['says'] => {
  const says = codeOf(language, 'yesNo', word);
  return says ?? (codeOf(language, 'answers', word) === 'none' ? 'no' : null);
};

/** `Ja, USA` or `No: all data stay here`: the word that answers, and the rest. A dash alone is no transfer. */
export function openingOf(text: string, language: LayoutLanguage): Opening {
  if (isDash(text)) return { says: 'no', rest: '' };
  const whole = answerOf(text, language);
  if (whole !== null) return { says: whole, rest: '' };
  const [, word = '', between = '', after = ''] = /^\s*(\p{L}+)\s*(?:([,.;:([]|[-–—]\s)\s*(.*))$/su.exec(text) ?? [];
  const says = answerOf(word, language);
  // What stands in brackets is given without them, where nothing follows.
  const rest = /^[([]/.test(between) ? after.replace(/[)\]]\s*$/, '') : after;
  if (says === null && deniesTransfers(text, language)) return { says: 'no', rest: text };
  return says === null ? { says, rest: text } : { says, rest: rest.trim() };
}

/** What is transferred, at the beginning of a word, and what takes a denial back again. */
const transferWord = /^(?:dritt|daten|ubermittlung|transf|trasf|doorgift)/;
const exceptions = new Set(
  'außer ausser ausgenommen aber jedoch except but unless sauf mais hormis salvo pero excepto ma tranne maar behalve'.split(
    ' ',
  ),
);

/** `Es findet keine Übermittlung statt`: a sentence that denies transfers and makes no exception. */
function deniesTransfers(text: string, language: LayoutLanguage): boolean {
  const all = words(fold(text));
  return (
    all.some((word, at) => answerOf(word, language) === 'no' && transferWord.test(all[at + 1] ?? '')) &&
    !all.some((word) => exceptions.has(word))
  );
}

const words = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
/** As many words as the name of a country has, and no more than that are looked at together. */
const longestName = 5;

/** Whether a text names a country anywhere. Two letters are a code only in capitals: `in` is also a word. */
export function namesCountry(text: string): boolean {
  const all = words(text);
  return all.some((_, from) =>
    Array.from({ length: longestName }, (_unused, more) => all.slice(from, from + more + 1).join(' ')).some(
      (name) => countryOf(name) !== null && (name.length > 2 || name === name.toUpperCase()),
    ),
  );
}

const isOrganisation = (language: LayoutLanguage) => (word: string) =>
  codeOf(language, 'transferPlaces', word) === 'organisation';

/** What stands in brackets behind an international organisation or a country: what it is, and where. */
export const isPlaceWord = (language: LayoutLanguage) => (word: string) =>
  isOrganisation(language)(word) || countryOf(word) !== null;

/** What a transfer rests on, where a text names nothing else. */
export const mechanismOf = (text: string, language: LayoutLanguage) => codeOf(language, 'transferMechanisms', text);

/** A place with its safeguard, its receiver or both, in whichever order: `USA (Standardvertragsklauseln)`. */
function freeTransfers(value: string, language: LayoutLanguage): ReadNode[] | null {
  const pieces = value
    .split(/\s+[-–—]\s+|\s*[:,/()[\]]\s*|\s+(?:and|et|und|y|e|en)\s+/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const countries = pieces.flatMap((piece) => countryOf(piece) ?? []);
  const others = pieces.filter((piece) => countryOf(piece) === null);
  const mechanisms = [mechanismOf(value, language), ...others.map((piece) => mechanismOf(piece, language))];
  const mechanism = mechanisms.find((code) => code !== null);
  const unknown = others.filter((piece) => mechanismOf(piece, language) === null);
  if (countries.length === 0 || unknown.some((piece) => isDenied(piece, language))) return null;
  const isAlone = countries.length === 1 && unknown.length > 0;
  return [...new Set(countries)].map((country) => {
    const place = pieces.find((piece) => countryOf(piece) === country) ?? country;
    const name = unknown.length === 0 ? place : isAlone ? value : `${place}: ${value}`;
    return readNode('transfer', { name: shortTitle(name).title, country, mechanism });
  });
}

/** Whether a piece takes back what stands beside it. */
const denials = new Set(['nicht', 'not', 'pas', 'sans', 'sin', 'senza', 'zonder', 'ohne', 'without', 'except', 'niet']);
const isDenied = (piece: string, language: LayoutLanguage): boolean =>
  words(piece).some((word) => denials.has(word.toLowerCase()) || answerOf(word, language) === 'no');

/** The transfers that a value names; null where it names no place. */
export function transfersIn(value: string, language: LayoutLanguage): ReadNode[] | null {
  const { head, words: inside, tail } = readLine(value, isPlaceWord(language));
  const country = inside.map(countryOf).find((code) => code !== null);
  if (inside.some(isOrganisation(language)) || value.includes(`${head} ()`)) {
    const name = tail === '' ? head : tail;
    return [readNode('transfer', { name, internationalOrganisation: head, country })];
  }
  if (inside.length > 0 && countryOf(head) === null)
    return isDenied(head, language) ? null : [readNode('transfer', { name: tail === '' ? head : tail, country })];
  const one = countryOf(head);
  if (one !== null && inside.length === 0 && mechanismOf(tail, language) === null)
    return [readNode('transfer', { name: tail === '' ? head : tail, country: one })];
  return freeTransfers(value, language);
}
