import { readDate } from '#engine/values/dates.ts';
import { findIdentifiers } from '#engine/values/identifiers/find-identifiers.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import { matchHeader } from '#shared/header-language/header-index.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';

/** What a whole line is, where it is one value with spaces, colons or commas inside. */
export type OneValue = 'identifier' | 'phone' | 'name' | 'address' | 'moment' | 'url' | 'number';

const clock = /^\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s?[ap]\.?m\.?)?$/i;
const url = /^[a-z][a-z0-9+.-]{1,20}:\/\/\S+$/i;
/** Written with a space between thousands or a comma before the decimals. */
const number =
  /^[-+(]?(?:[$€£]\s?)?(?:\d{1,3}(?:[ .'\u00a0\u202f]\d{3})+(?:,\d+)?|\d+,\d{1,4})\)?\s?(?:[€%]|[A-Z]{3})?$/;
/** Groups of digits as telephone numbers, account and card numbers are written. */
const grouped = /^(?:\+|00|\(|0)[\d\s()./-]{6,22}$|^\d{3}[ .-]\d{3}[ .-]\d{4}$|^(?:\d{4}[ -]){2,4}\d{1,4}$/;
const nameWord = /^(?:\p{Lu}[\p{L}'’.-]*|(?:van|von|der|den|de|da|di|del|la|le|el|al|bin|ibn|dos|das|do|y|e))$/u;

/** Two to five capitalised words. */
const nameLike = (text: string): boolean => {
  const words = text.replace(/^([^,]+), (.+)$/, '$2 $1').split(' ');
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => nameWord.test(word)) &&
    /^\p{Lu}/u.test(words[0]!) &&
    /\p{Ll}/u.test(text)
  );
};
const passes = (type: string, text: string): boolean =>
  semanticTypeById(type)?.valueCheck?.(text, valueTools()) === true;

/** The one value that a line is, or null where it is none that is known. Pure. */
export function oneValue(line: string): OneValue | null {
  const text = line.trim();
  if (text.length < 3 || text.length > 300) return null;
  if (readDate(text) !== null || clock.test(text)) return 'moment';
  if (url.test(text)) return 'url';
  if (number.test(text)) return 'number';
  const found = findIdentifiers(text, valueTools()).filter(({ whole }) => whole);
  if (found.some(({ kind }) => kind !== 'name' && kind !== 'phone')) return 'identifier';
  if (found.some(({ kind }) => kind === 'phone') || grouped.test(text)) return 'phone';
  if (passes('ip_address', text) || passes('mac_address', text)) return 'identifier';
  if (found.length > 0 || nameLike(text)) return 'name';
  return passes('full_address', text) || passes('street_address', text) ? 'address' : null;
}

/** Whether a cell reads like the name of a column that people use, in any of the languages known. */
export function isKnownHeader(cell: string): boolean {
  const text = cell.trim();
  return (
    text !== '' &&
    text.length <= 60 &&
    !/^[\d\s.,:;+/-]+$/.test(text) &&
    matchHeader(knownHeaders(), parseHeader(text)).some(({ weak, score }) => !weak || score >= 0.5)
  );
}
