import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { sure, type Mention } from './mention.ts';

/** Countries whose national form begins with a zero and whose numbers are tried. */
const withTrunk: CountryCode[] = [
  'DE',
  'GB',
  'FR',
  'IT',
  'NL',
  'BE',
  'AT',
  'CH',
  'AU',
  'ZA',
  'IE',
  'SE',
  'FI',
  'JP',
  'TR',
  'IN',
  'RO',
  'NZ',
];

const dates = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d{1,2})?|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?/g;
const international = /(?<![\w+*•.)-])\+ ?\(?[1-9](?:[ ()./-]{0,2}\d){6,14}(?!\d)/g;
const doubleZero = /(?<![\w.+-])00 ?[1-9](?:[ ()./-]{0,2}\d){7,13}(?![\d.])/g;
const named = new RegExp(
  String.raw`(?:tel|telefon|phone|telephone|mobile|mobil|msisdn|whatsapp|wa\.me|handy|cell|movil|` +
    String.raw`portable)(?:_?(?:no|nr|number|nummer|num))?["']?\s?[=:/]{1,2}\s?["']?` +
    String.raw`(\+?[\d(][\d ().-]{5,18}\d)`,
  'gi',
);
const american = /(?<![\w.+-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\w-]|\.\d)/;
/** Groups of digits with gaps; those that begin without a zero show how many such groups the column has anyway. */
const grouped = /(?<![\w.,+-])\(?\d{2,5}\)?[ /-]{1,3}\d(?:[ ()./-]?\d){4,10}(?![\w-]|[.,]\d)/g;

const digitsOf = (text: string): string => text.replace('(0)', '').replace(/\D/g, '');
const possible = (digits: string): boolean => parsePhoneNumberFromString(`+${digits}`)?.isPossible() ?? false;
const valid = (digits: string): boolean => parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false;

const inSomeCountry = new Map<string, boolean>();
/** Whether the digits, zero first, are a number of one of the countries; remembered, for columns repeat. */
export function validNationally(digits: string, countries: readonly CountryCode[] = withTrunk): boolean {
  if (countries !== withTrunk)
    return countries.some((country) => parsePhoneNumberFromString(digits, country)?.isValid() ?? false);
  const known = inSomeCountry.get(digits);
  if (known !== undefined) return known;
  const found = withTrunk.some((country) => parsePhoneNumberFromString(digits, country)?.isValid() ?? false);
  if (inSomeCountry.size > 20_000) inSomeCountry.clear();
  inSomeCountry.set(digits, found);
  return found;
}

/** Phone numbers inside a text: with a country code, named as such, or in a national form with its gaps. */
export function phones(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.match(international) ?? [])
    if (digitsOf(match).length <= 15 && possible(digitsOf(match))) found.push(sure('phone', 'phone-international'));
  for (const [, digits] of text.matchAll(named))
    if (digitsOf(digits ?? '').length >= 7) found.push(sure('phone', 'phone-named'));
  if (found.length > 0) return found;
  const undated = text.replace(dates, ' | ');
  for (const match of undated.match(doubleZero) ?? []) {
    const written = /[ ()/-]/.test(match);
    found.push({
      kind: 'phone',
      rule: written ? 'phone-double-zero' : 'phone-double-zero-bare',
      passes: valid(digitsOf(match).slice(2)),
      beyondChance: written ? 3 : 6,
    });
  }
  if (american.test(undated)) return [...found, sure('phone', 'phone-american')];
  for (const match of undated.match(grouped) ?? []) {
    const digits = digitsOf(match);
    if (digits.length < 9 || digits.length > 12) continue;
    found.push({
      kind: 'phone',
      rule: 'phone-national',
      passes: /^0[1-9]/.test(digits) && validNationally(digits),
      beyondChance: 3,
    });
  }
  return found;
}
