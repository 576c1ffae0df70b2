import cities from '#resources/vocabularies/cities.json' with { type: 'json' };
import firstNames from '#resources/vocabularies/first-names.json' with { type: 'json' };
import surnames from '#resources/vocabularies/surnames.json' with { type: 'json' };
import cardValidator from 'card-validator';
import { isValidIBAN } from 'ibantools';
import ipaddr from 'ipaddr.js';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { parse as parseHost } from 'tldts';
import { fold } from '#shared/domain/fold.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { openBloom } from './bloom.ts';
import { countryCodes, countryNames } from './countries.ts';
import { nationalId } from './national-ids.ts';

/** Regions tried for a number without country code; the ones with the most users of seven languages. */
const phoneRegions: CountryCode[] = ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'BR', 'NL', 'MX', 'PT', 'IN', 'AU', 'ZA'];

const placeKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

function isPhone(text: string): boolean {
  const bare = text.replace(/\s*(?:x|ext\.?|#)\s*\d{1,6}$/i, '');
  if (
    !/^\+?[\d\s()./-]{6,25}$/.test(bare) ||
    /^\d{4}-\d{2}-\d{2}|^\d{1,3}(\.\d{1,3}){3}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d+\.\d+$/.test(bare)
  )
    return false;
  const digits = bare.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (bare.startsWith('+') || bare.startsWith('00')) return digits.length >= 8;
  return phoneRegions.some((region) => parsePhoneNumberFromString(bare, region)?.isPossible() ?? false);
}

function isInternationalPhone(text: string): boolean {
  const number = text.replace(/^00/, '+').replace(/\(0\)/, '');
  return (
    /^\+[1-9]/.test(number) &&
    number.replace(/\D/g, '').length >= 8 &&
    (parsePhoneNumberFromString(number)?.isPossible() ?? false)
  );
}

let tools: ValueTools | undefined;

/** The heavy helpers of value checks, made once: word lists, place names, phone numbers, check digits. */
export function valueTools(): ValueTools {
  if (tools) return tools;
  const first = new Set(firstNames.words.split(' '));
  const last = new Set(surnames.words.split(' '));
  const isPlace = openBloom(cities);
  tools = {
    isFirstName: (word) => first.has(fold(word)),
    isSurname: (word) => last.has(fold(word)),
    isCity: (text) => isPlace(placeKey(text.replace(/\s*[(,].*$/, ''))),
    isCountry: (text) => countryNames().has(placeKey(text)),
    isCountryCode: (text) => countryCodes.has(text.toUpperCase()),
    isPhone,
    isInternationalPhone,
    isIban: (text) => isValidIBAN(text.replace(/[\s-]/g, '').toUpperCase()),
    nationalId,
    isCardNumber: (text) => {
      const digits = text.replace(/[ -]/g, '');
      return /^\d{13,19}$/.test(digits) && cardValidator.number(digits).isValid;
    },
    isPublicHost: (host) => parseHost(host, { allowPrivateDomains: true }).isIcann === true && /\./.test(host),
    isIp: (text) =>
      (/^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (/:/.test(text) && /^[0-9a-f:.]+$/i.test(text))) && ipaddr.isValid(text),
  };
  return tools;
}
