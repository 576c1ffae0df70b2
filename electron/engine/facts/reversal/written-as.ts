import { hash } from 'node:crypto';

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const national = (text: string): string => digitsOf(text).replace(/^0+/, '');
const longestCallingCode = 999;

/** Ways in which platforms write a value before it is hashed, each a guess that costs one hash. */
const guesses: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.trim().toLowerCase(),
  digitsOf,
  (text) => `+${digitsOf(text)}`,
  national,
  (text) => `+${national(text)}`,
  ...Array.from({ length: longestCallingCode }, (_, at) => [
    (text: string) => `+${at + 1}${national(text)}`,
    (text: string) => `${at + 1}${national(text)}`,
  ]).flat(),
];

/**
 * How values were written before they were hashed: found by trying, as whoever gets the file would.
 * @param pairs a value of the source, and the hexadecimal SHA-256 that stands for it
 * @returns each of them as it was written; those that no guess explains are left out
 */
export function writtenAs(pairs: readonly { text: string; digest: string }[]): { text: string; digest: string }[] {
  const found: { text: string; digest: string }[] = [];
  let left = [...pairs];
  while (left.length > 0) {
    const first = left[0]!;
    const guess = guesses.find((write) => hash('sha256', write(first.text)) === first.digest);
    if (guess === undefined) left = left.slice(1);
    else {
      const [fits, others]: [typeof left, typeof left] = [[], []];
      for (const pair of left) (hash('sha256', guess(pair.text)) === pair.digest ? fits : others).push(pair);
      found.push(...fits.map(({ text, digest }) => ({ text: guess(text), digest })));
      left = others;
    }
    // A column in which nothing fits is given up, not searched to its end.
    if (found.length === 0 && pairs.length - left.length >= hopeless) return [];
  }
  return found;
}
const hopeless = 5;
