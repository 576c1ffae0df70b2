import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number as far as its spelling tells: `calling` is null where it names no country. */
interface SpelledPhone {
  calling: string | null;
  digits: string;
}

const written = /^[+(]?\d[\d\s()./\-\u00A0\u2011\u2013]{5,24}\d$/;
const inText = /[+(]?\d[\d\s()./\-\u00A0\u2011\u2013]{5,24}\d/g;

/** Fewer digits are an extension or a number of a small list; more than 15 are none (ITU-T E.164). */
export const fewestDigits = 7;
const most = 15;

/** @returns null for what is no telephone number */
export function spelledPhone(text: string): SpelledPhone | null {
  const bare = text.trim().replace('(0)', '');
  if (!written.test(bare)) return null;
  const digits = bare.replaceAll(/\D/g, '');
  if (digits.length < fewestDigits || digits.length > most + 2) return null;
  if (!bare.startsWith('+') && !digits.startsWith('00')) return { calling: null, digits };
  const whole = digits.replace(/^00/, '');
  const parsed = parsePhoneNumberFromString(`+${whole}`);
  return parsed === undefined
    ? { calling: null, digits: whole }
    : { calling: parsed.countryCallingCode, digits: parsed.nationalNumber };
}

/** The numbers that stand in a longer text. */
export const phonesIn = (text: string): SpelledPhone[] =>
  [...text.matchAll(inText)].flatMap(([run]) => spelledPhone(run) ?? []);

/** A text with a sign in the place of every number for which `isOne` holds. */
export const replacePhones = (text: string, isOne: (phone: SpelledPhone) => boolean, sign: string): string =>
  text.replaceAll(inText, (run) => {
    const phone = spelledPhone(run);
    return phone !== null && isOne(phone) ? sign : run;
  });

const withoutTrunk = (digits: string): string => digits.replace(/^0/, '');

/**
 * Whether two spellings are of one number. Where only one names its country, the other may be the national number, with
 * or without the trunk's zero, or the international one without its sign.
 */
export function isSamePhone(one: SpelledPhone, other: SpelledPhone): boolean {
  if (one.calling !== null && other.calling !== null)
    return one.calling === other.calling && one.digits === other.digits;
  if (one.calling === null && other.calling === null) return withoutTrunk(one.digits) === withoutTrunk(other.digits);
  const [full, bare] = one.calling === null ? [other, one.digits] : [one, other.digits];
  return [bare, withoutTrunk(bare)].includes(full.digits) || `${full.calling}${full.digits}` === bare;
}

/** The digits by which a number is recognised wherever it is written. */
export const lastDigits = ({ digits }: SpelledPhone): string => digits.slice(-fewestDigits);
