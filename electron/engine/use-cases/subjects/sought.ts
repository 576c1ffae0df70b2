import { Failure } from '#shared/contract/failure.ts';
import type { SubjectMatch } from '#shared/contract/subjects.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import {
  fewestDigits,
  isSamePhone,
  lastDigits,
  phonesIn,
  replacePhones,
  spelledPhone,
} from '#engine/values/spelled-phone.ts';

/** Text in the spelling that all its spellings share: NFC, one space between words, small letters. */
export const folded = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** A value that names somebody, and what tells the cells that may hold it. */
export interface Sought {
  typed: string;
  folded: string;
  /** A cell that holds it has this in it, in small letters: an expression of RE2. */
  pattern: string;
  /** A cell that holds it has at least as many signs (Unicode code points). */
  shortest: number;
  /** How a cell holds it; null where it only seemed to. */
  heldBy(cell: string): Extract<SubjectMatch, 'plain' | 'text'> | null;
  /** Whether its form alone tells one person from all others: a mail address, a telephone number with its country. */
  isOfOnePerson: boolean;
  /** A text with a sign wherever it holds the value; the sign alone where the text cannot be told from it. */
  without(cell: string, sign: string): string;
}

/** Shorter ones stand in every second text by chance. */
const shortest = 3;

const signs = /[\p{L}\p{N}]/u;
/** What goes on with a mail address on either side. */
const beforeAddress = /[\p{L}\p{N}._%+-]/u;

/** Whether a text has a value in it that neither begins nor ends within a word. */
function standsIn(text: string, value: string): boolean {
  const isAddress = value.includes('@');
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after, next] = [text[at - 1] ?? ' ', text[at + value.length] ?? ' ', text[at + value.length + 1]];
    const goesOn = signs.test(after) || (isAddress && (after === '-' || after === '.') && signs.test(next ?? ' '));
    if (!(isAddress ? beforeAddress : signs).test(before) && !goesOn) return true;
  }
  return false;
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** The value in a text as `standsIn` finds it, in whatever spelling. */
function patternOf(value: string): RegExp {
  const words = value
    .split(' ')
    .map(escaped)
    .join(String.raw`\s+`);
  return value.includes('@')
    ? new RegExp(`(?<![\\p{L}\\p{N}._%+-])${words}(?![\\p{L}\\p{N}]|[-.][\\p{L}\\p{N}])`, 'giu')
    : new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'giu');
}

/** Between two digits of a telephone number no more signs than these stand. */
const digitsApart = (digits: string): string => [...digits].join('[^0-9a-zA-Z]{0,3}');

/** One of several expressions. */
export const anyPattern = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

/** The words of a value in their order, composed or not, whatever spaces are between them: for RE2. */
const pieceOf = (value: string): string =>
  value
    .split(' ')
    .map((word) => anyPattern([...new Set([word, word.normalize('NFD')])].map(escaped)))
    .join(String.raw`[\s\x{0b}\p{Z}\x{feff}]+`);

/**
 * Small letters and composed signs are never fewer than what they were made of as far as they are plain; of others no
 * length is known. A telephone number is found by its last digits, too.
 */
function shortestOf(value: string, isPhone: boolean): number {
  if (!/^[ -~]*$/.test(value)) return 0;
  return isPhone ? Math.min(value.length, fewestDigits) : value.length;
}

/** @throws Failure WRONG_USAGE for a value that would be found everywhere */
export function soughtOf(typed: string): Sought {
  const value = folded(typed);
  if ([...value].length < shortest) throw new Failure('WRONG_USAGE', subjectsText.tooShort(shortest));
  const phone = spelledPhone(typed.normalize('NFKC'));
  const isOne = (other: NonNullable<typeof phone>): boolean => phone !== null && isSamePhone(other, phone);
  const heldBy: Sought['heldBy'] = (cell) => {
    const text = folded(cell);
    if (text === value) return 'plain';
    const whole = phone === null ? null : spelledPhone(text);
    if (whole !== null && isOne(whole)) return 'plain';
    if (standsIn(text, value)) return 'text';
    return phone !== null && phonesIn(text).some(isOne) ? 'text' : null;
  };
  const without = (cell: string, sign: string): string => {
    const words = cell.normalize('NFC').replaceAll(patternOf(value), sign);
    const text = phone === null ? words : replacePhones(words, isOne, sign);
    return heldBy(text) === null ? text : sign;
  };
  return {
    typed,
    folded: value,
    pattern: anyPattern([pieceOf(value), ...(phone === null ? [] : [digitsApart(lastDigits(phone))])]),
    shortest: shortestOf(value, phone !== null),
    heldBy,
    isOfOnePerson: value.includes('@') || (phone?.calling ?? null) !== null,
    without,
  };
}
