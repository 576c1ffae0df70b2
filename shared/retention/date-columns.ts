import type { Finding } from '#shared/domain/finding.ts';

type Named = Pick<Finding, 'name' | 'type' | 'flags'>;

/** Whether a column tells when something was; births and deaths start no period. */
export const isDateColumn = ({ type, flags }: Named): boolean =>
  (flags.includes('timestamp') || /(^|_)(timestamp|date)(_|$)/.test(type)) && !/birth|death/.test(type);

const dateWords = new Set(['seen', 'date', 'datum', 'time', 'timestamp', 'since', 'seit', 'fecha', 'created']);

/**
 * Whether a column by its name tells when something was. Days of which some cannot be read are text, and are taken for
 * whatever else their name speaks of.
 */
export const isNamedAsDate = (name: string): boolean => wordsOfName(name).some((word) => dateWords.has(word));

/** Words of a header that tell identifiers apart: `cookie_first_seen` belongs to `cookie_id`. */
export const wordsOfName = (name: string): string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** The dates that bear the name of an identifier. */
export const datesNamedAs = <F extends Named>({ name }: Named, dates: readonly F[]): F[] =>
  dates.filter((date) => wordsOfName(date.name).some((word) => wordsOfName(name).includes(word)));
