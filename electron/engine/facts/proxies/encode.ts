import { fold } from '#shared/domain/fold.ts';

/** A column as small whole numbers, one per row. */
export interface Coded {
  codes: Uint8Array;
  /** One more than the largest code. */
  size: number;
}

/** Codes of a column at most: the most frequent texts, or steps of numbers; what is left shares one. */
export const mostCodes = 24;
const mostlyNumbers = 0.95;
const numberLike = /^\s*[+-]?\d{1,15}(?:[.,]\d{1,15})?\s*$/;

/** Texts by how often they come, most often first. */
function byFrequency(texts: readonly (string | null)[]): [text: string, rows: number][] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}

/** Steps with as many rows each, where a column of many values holds numbers. */
function codeNumbers(texts: readonly (string | null)[]): Coded {
  const numbers = texts.map((text) => (text !== null && numberLike.test(text) ? Number(text.replace(',', '.')) : NaN));
  const sorted = Float64Array.from(numbers.filter((number) => !Number.isNaN(number))).sort();
  const steps = mostCodes - 1;
  const cuts = [
    ...new Set(Array.from({ length: steps - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / steps)]!)),
  ];
  const codes = Uint8Array.from(numbers, (number) =>
    Number.isNaN(number) ? 0 : 1 + cuts.filter((cut) => number >= cut).length,
  );
  return { codes, size: cuts.length + 2 };
}

/**
 * A column's texts as codes: 0 for nothing, then the most frequent texts, the rest in one; numbers of many values in
 * steps.
 */
export function encode(texts: readonly (string | null)[]): Coded {
  const frequent = byFrequency(texts);
  const filled = texts.filter((text) => text !== null);
  const numbers = filled.filter((text) => numberLike.test(text)).length;
  if (frequent.length > mostCodes - 2 && numbers >= mostlyNumbers * filled.length) return codeNumbers(texts);
  return codeTexts(texts, frequent, mostCodes);
}

/** The most frequent texts each by itself, the rest in one. */
function codeTexts(
  texts: readonly (string | null)[],
  frequent: readonly (readonly [text: string, rows: number])[],
  most: number,
): Coded {
  const codeOf = new Map(frequent.slice(0, most - 2).map(([text], at) => [text, at + 1]));
  const rest = codeOf.size + 1;
  const codes = Uint8Array.from(texts, (text) => (text === null ? 0 : (codeOf.get(text) ?? rest)));
  return { codes, size: rest + 1 };
}

/** Codes of a column that is read by itself: no pair of columns is made of them. */
const mostFine = 255;
const endingLength = 3;

/** The last letters of a text, which tell where a surname or a place comes from: -ski, -oğlu, -ian. */
const endingOf = (text: string | null): string | null =>
  text === null
    ? null
    : fold(text)
        .replace(/[^\p{L}]+$/u, '')
        .slice(-endingLength);

/**
 * Further readings of a column of many texts, such as surnames: more of its texts each by itself, and their endings. None
 * of a column that `encode` reads whole.
 */
export function encodeFiner(texts: readonly (string | null)[]): Coded[] {
  const frequent = byFrequency(texts);
  const filled = texts.filter((text) => text !== null);
  const numbers = filled.filter((text) => numberLike.test(text)).length;
  if (frequent.length <= mostCodes - 2 || numbers >= mostlyNumbers * filled.length) return [];
  const endings = texts.map(endingOf);
  return [codeTexts(texts, frequent, mostFine), codeTexts(endings, byFrequency(endings), mostFine)];
}

/** Values of what is looked for at most; others are told apart by nobody. */
const mostValues = 12;

/**
 * The values of a column that enough people have, a flag per row for each; no cell leaves.
 * @param enough people a value needs, and people it must not have
 */
export function valuesOf(texts: readonly (string | null)[], enough: number): Uint8Array[] {
  const filled = texts.filter((text) => text !== null).length;
  return byFrequency(texts)
    .filter(([, rows]) => rows >= enough && filled - rows >= enough)
    .slice(0, mostValues)
    .map(([value]) => Uint8Array.from(texts, (text) => (text === value ? 1 : 0)));
}
