import { once } from '#shared/sql/duckdb/once.ts';
import { parseDate } from '#shared/sql/duckdb/parse-date.ts';

/**
 * How a date is read whose day and month can be swapped: in the order that its column is written in, or the later of
 * both, or the earlier, or not at all.
 */
export type SwappedDates = 'day-first' | 'month-first' | 'later' | 'earlier' | 'neither';

/** Both readings of a date between slashes or dashes; each NULL where it is none. */
export const bothReadings = (value: string): { dayFirst: string; monthFirst: string } => ({
  dayFirst: `coalesce(${parseDate(value, 'd/m/y')}, ${parseDate(value, 'd-m-y')})`,
  monthFirst: `coalesce(${parseDate(value, 'm/d/y')}, ${parseDate(value, 'm-d-y')})`,
});

function swapped(value: string, how: SwappedDates): string {
  const { dayFirst, monthFirst } = bothReadings(value);
  switch (how) {
    case 'day-first':
      return dayFirst;
    case 'month-first':
      return monthFirst;
    case 'later':
      return `greatest(${dayFirst}, ${monthFirst})`;
    case 'earlier':
      return `least(${dayFirst}, ${monthFirst})`;
    case 'neither':
      return once(`list_distinct([${dayFirst}, ${monthFirst}])`, 'days', 'CASE WHEN len(days) = 1 THEN days[1] END');
  }
}

/**
 * Every reading of a date text; where day and month can be swapped the later one unless something else is said, so that
 * nobody is taken for older than they are. A bare number is a day where it has eight digits, else an epoch where its
 * digits fit our century, as the recommendation reads it.
 */
export const readDate = (value: string, how: SwappedDates = 'later'): string => {
  const read = (format: string): string => parseDate(value, format);
  const epoch = (format: string, digits: string): string =>
    `WHEN regexp_full_match(trim(${value}), '-?\\d${digits}(\\.\\d+)?') THEN ${read(format)}`;
  const bare = `CASE ${epoch('epoch-seconds', '{9,10}')} ${epoch('epoch-milliseconds', '{12,13}')} ELSE ${read('yyyymmdd')} END`;
  // Nothing else has an order of day and month, and its patterns are many.
  const either = `CASE WHEN regexp_matches(${value}, '^\\s*\\d{1,2}[/-]\\d{1,2}[/-]') THEN ${swapped(value, how)} END`;
  return (
    `coalesce(${read('iso')}, ${either}, ${read('d.m.y')}, ${read('y/m/d')}, ${read('month-name')}, ` +
    `${read('iso-week')}, ${bare})`
  );
};
