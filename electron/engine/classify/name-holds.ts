import { fold } from '#shared/domain/fold.ts';

const bare = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Whether words stand in a column name as they are, whatever its capitals and the signs between. */
export const nameHolds = (name: string, words: string): boolean => bare(name).includes(bare(words));

/** The part of a column name that these words stand in, letter for letter as the name has it; null where they do not. */
export function wordsInName(name: string, words: string): string | null {
  const wanted = bare(words);
  if (wanted === '' || !nameHolds(name, words)) return null;
  const signs = Array.from(name);
  // Where each letter of the bare name comes from.
  const from = signs.flatMap((sign, at) => Array.from({ length: bare(sign).length }, () => at));
  const start = signs.map(bare).join('').indexOf(wanted);
  // A sign that is folded together with its neighbour: the words are told as they are known.
  if (start < 0) return words;
  return signs.slice(from[start], from[start + wanted.length - 1]! + 1).join('');
}
