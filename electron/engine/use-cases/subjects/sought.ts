import { Failure } from '#shared/contract/failure.ts';
import type { SubjectMatch } from '#shared/contract/subjects.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import { isSamePhone, lastDigits, phonesIn, spelledPhone } from '#engine/values/spelled-phone.ts';

/** Text in the spelling that all its spellings share: NFC, one space between words, small letters. */
export const folded = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** A value that names somebody, and what tells the cells that may hold it. */
export interface Sought {
  typed: string;
  folded: string;
  /** A cell that holds it has one of these in it, in small letters. */
  needles: readonly string[];
  /** Last digits of the telephone number that it is; null where it is none. */
  digits: string | null;
  /** How a cell holds it; null where it only seemed to. */
  heldBy(cell: string): Extract<SubjectMatch, 'plain' | 'text'> | null;
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

/** @throws Failure WRONG_USAGE for a value that would be found everywhere */
export function soughtOf(typed: string): Sought {
  const value = folded(typed);
  if ([...value].length < shortest) throw new Failure('WRONG_USAGE', subjectsText.tooShort(shortest));
  const longestWord = value.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  const phone = spelledPhone(typed.normalize('NFKC'));
  return {
    typed,
    folded: value,
    needles: [...new Set([longestWord, longestWord.normalize('NFD')])],
    digits: phone === null ? null : lastDigits(phone),
    heldBy: (cell) => {
      const text = folded(cell);
      if (text === value) return 'plain';
      const whole = phone === null ? null : spelledPhone(text);
      if (phone !== null && whole !== null && isSamePhone(whole, phone)) return 'plain';
      if (standsIn(text, value)) return 'text';
      return phone !== null && phonesIn(text).some((one) => isSamePhone(one, phone)) ? 'text' : null;
    },
  };
}
