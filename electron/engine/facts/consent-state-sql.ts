import type { Finding } from '#shared/domain/finding.ts';
import { once } from '#shared/sql/duckdb/once.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { channelParts, empty, endings, folded, no, noParts, nothing, renewed, yes, yesParts } from './consent-words.ts';
import { readDate, type SwappedDates } from './read-date.ts';

/** What stands in place of a state where a value cannot be read. */
export const unreadState = 'unreadable';

/**
 * SQL of the state that a cell about consent says, a text of `consentStates`; NULL where it says nothing, `unreadable`
 * where nobody can tell. A date says that consent was given on it.
 */
export function stateSql(value: string): string {
  const ended = Object.entries(endings).map(
    ([state, parts]) => `WHEN regexp_matches(t, ${quoteText(parts.join('|'))}) THEN ${quoteText(state)} `,
  );
  return once(
    folded(value),
    't',
    `CASE WHEN ${empty(value)} OR t = '' OR t IN ${nothing} THEN NULL WHEN t IN ${yes} THEN 'given' WHEN t IN ${no} ` +
      `THEN 'refused' ${ended.join('')}WHEN regexp_matches(t, ${quoteText(noParts)}) THEN 'unknown' WHEN ` +
      `regexp_matches(t, ${quoteText(renewed)}) THEN 'renewed' WHEN regexp_matches(t, ${quoteText(yesParts)}) OR ` +
      `regexp_matches(t, ${quoteText(channelParts)}) OR ${readDate(value)} IS NOT NULL THEN 'given' ELSE ` +
      `${quoteText(unreadState)} END`,
  );
}

/**
 * SQL of a cell's date as a moment of the ledger: a day where it has no time of day, else the moment in UTC; NULL where
 * it is none.
 * @param how dates whose day and month can be swapped are read; by default the later one, so that nothing of the future
 *   is taken for the past
 */
export function momentSql(value: string, how: SwappedDates = 'later'): string {
  const written =
    `CASE WHEN d IS NULL THEN NULL WHEN d = date_trunc('day', d) THEN strftime(d, '%Y-%m-%d') ELSE ` +
    `strftime(d, '%Y-%m-%dT%H:%M:%SZ') END`;
  // What has no digit is no date.
  return `CASE WHEN regexp_matches(${value}, '\\d') THEN ${once(readDate(value, how), 'd', written)} END`;
}

/** What each column about consent is for; `purpose` columns are found by nobody and have to be named. */
export interface ConsentColumns {
  state: Finding[];
  date: Finding[];
  until: Finding[];
  takenBack: Finding[];
}

/**
 * SQL of what a column says that tells that consent was taken back: NULL where it was not, the moment where a date tells,
 * else `withdrawn`. What nobody can read counts as taken back.
 */
export const takenBackSql = (value: string): string =>
  `CASE WHEN ${empty(value)} OR ${folded(value)} IN ${no} THEN NULL ELSE coalesce(${momentSql(value)}, 'withdrawn') END`;
