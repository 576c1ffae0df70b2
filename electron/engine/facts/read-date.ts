import { parseDate } from '#shared/sql/duckdb/parse-date.ts';

/**
 * Every reading of a date text; where day and month can be swapped the later one, so that nobody is taken for older
 * than they are. A bare number is a day where it has eight digits, else an epoch where its digits fit our century, as
 * the recommendation reads it.
 */
export const readDate = (value: string): string => {
  const read = (format: string): string => parseDate(value, format);
  const epoch = (format: string, digits: string): string =>
    `WHEN regexp_full_match(trim(${value}), '-?\\d${digits}(\\.\\d+)?') THEN ${read(format)}`;
  const bare = `CASE ${epoch('epoch-seconds', '{9,10}')} ${epoch('epoch-milliseconds', '{12,13}')} ELSE ${read('yyyymmdd')} END`;
  return (
    `coalesce(${read('iso')}, greatest(${read('d/m/y')}, ${read('m/d/y')}), greatest(${read('d.m.y')}, ` +
    `${read('d-m-y')}, ${read('m-d-y')}), ${read('y/m/d')}, ${read('month-name')}, ${bare})`
  );
};
