import { countrySpecs, isValidIBAN } from 'ibantools';
import { valueTools } from '#engine/values/value-tools.ts';
import { sure, type Mention } from './mention.ts';

const ibanStart = /(?<![a-z0-9])([a-z]{2})\d{2}(?:[ -]?[a-z0-9]){11,40}/gi;
const cardForm = /(?<![\w.,+-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}[ -]\d{6}[ -]\d{5})(?![\w-]|[.,]\d)/g;

/** IBANs: their check digits and length by country leave little to chance, one is enough. */
export function ibans(text: string): Mention[] {
  for (const [match, country] of text.matchAll(ibanStart)) {
    const length = (countrySpecs as Record<string, { chars: number | null } | undefined>)[country!.toUpperCase()]
      ?.chars;
    const compact = match.replace(/[ -]/g, '').toUpperCase();
    if (length && compact.length >= length && isValidIBAN(compact.slice(0, length))) return [sure('iban', 'iban')];
  }
  return [];
}

/**
 * Payment cards. One in ten numbers of their length passes by chance, so a column of order numbers is told from one of
 * cards by how many do.
 */
export const cards = (text: string): Mention[] =>
  (text.match(cardForm) ?? [])
    .filter((match) => /^[2-6]/.test(match))
    .map((match) => ({
      kind: 'card',
      rule: /[ -]/.test(match) ? 'card-grouped' : 'card-bare',
      passes: valueTools().isCardNumber(match),
      beyondChance: 3,
    }));
