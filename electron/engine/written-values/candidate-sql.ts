import { quoteText } from '#shared/sql/quote.ts';

/**
 * What a value must have for one of the forms of `identifiersInText` to be in it; kept wider than they are. Whatever
 * may be encoded counts, and whatever holds digits of other scripts or invisible letters.
 */
const forms = [
  '[@\\x{FF20}\\x{FE6B}]',
  '[\\[({]at[\\])}]',
  '%[0-9a-f]{2}',
  '\\\\u[0-9a-f]{4}',
  '&(?:#|[a-z]{2,6};)',
  '[\\x{AD}\\x{200B}-\\x{200F}\\x{2060}-\\x{2064}\\x{FEFF}\\x{FF01}-\\x{FF5E}\\x{660}-\\x{669}\\x{6F0}-\\x{6F9}\\x{966}-\\x{96F}\\x{9E6}-\\x{9EF}]',
  // Phones, cards, accounts, network addresses and national numbers: six digits that only gaps keep apart.
  '\\d(?:[ ().,/\\x{2010}-\\x{2015}-]{0,4}\\d){5}',
  '[a-z]{2}\\d{2}[ -]?[a-z0-9]{4}',
  '[a-z]{4}\\d{2}',
  '[0-9a-f]{1,4}[:-][0-9a-f]{0,4}[:-][0-9a-f]{0,4}[:-]',
  '[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}',
  '[a-z0-9+/_-]{12}',
].join('|');

/** Numbers with a point, dates, moments, and digests: millions of them would be looked at one by one for nothing. */
const harmless =
  '[+-]?\\d*[.,]\\d+(?:e[+-]?\\d+)?|[+-]?\\d{1,5}|\\d{4}-\\d{2}-\\d{2}(?:[T ][\\d:.,]+(?:Z|[+-]\\d{2}:?\\d{2})?)?|' +
  '[0-9a-f]{8,}[a-f][0-9a-f]{8,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z]+';

/**
 * SQL that is true of every value worth a closer look, and false of nearly all others. One after the other: in a list of
 * conditions every one is asked of every value.
 */
export const candidateSql = (value: string): string =>
  `(CASE WHEN length(${value}) < 6 OR ${value} IS NULL THEN false WHEN regexp_full_match(${value}, ` +
  `${quoteText(harmless)}, 'i') THEN false ELSE regexp_matches(${value}, ${quoteText(forms)}, 'i') END)`;
