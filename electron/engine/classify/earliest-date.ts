import type { ColumnFacts } from './column-facts.ts';

const enough = 0.9;
const first = (column: string, pattern: string) => `regexp_extract(trim(${column}), '${pattern}', 1)`;
const share = (values: readonly string[], pattern: RegExp) => values.filter((value) => pattern.test(value)).length / Math.max(1, values.length);

/** SQL of the moment a text stands for, by the spelling of the column's values; null where day and month cannot be told apart. */
function momentSql(column: string, values: readonly string[]): string | null {
  if (share(values, /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/) >= enough) return `TRY_CAST(regexp_replace(${first(column, '^(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})')}, '[/.]', '-', 'g') AS TIMESTAMP)`;
  if (share(values, /^(?:19|20)\d{6}$/) >= enough) return `try_strptime(trim(${column}), '%Y%m%d')`;
  for (const [digits, microseconds] of [[10, 1_000_000], [13, 1000], [16, 1]] as const)
    if (share(values, new RegExp(`^1\\d{${digits - 1}}(?:\\.\\d+)?$`)) >= enough) return `TRY(make_timestamp(CAST(floor(TRY_CAST(${column} AS DOUBLE)) AS BIGINT) * ${microseconds}))`;
  const written = values.flatMap((value) => {
    const [, one, two] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(value) ?? [];
    return one === undefined ? [] : [[Number(one), Number(two)] as const];
  });
  if (written.length === 0 || written.length < enough * values.length) return null;
  const dayFirst = written.some(([one]) => one > 12);
  const monthFirst = written.some(([, two]) => two > 12);
  if (dayFirst === monthFirst) return null;
  return `try_strptime(regexp_replace(${first(column, '^(\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})')}, '[/.]', '-', 'g'), '${dayFirst ? '%d-%m-%Y' : '%m-%d-%Y'}')`;
}

/** Placeholders such as 1970-01-01 and dates to come are no beginning. */
const notBefore = '1990-01-01';

/**
 * An aggregate that gives a date column's earliest day (`YYYY-MM-DD`, text or NULL) over all rows; null where its spelling cannot be read for sure.
 * @param today ISO date; later days do not count
 */
export function earliestSql(facts: ColumnFacts, column: string, today: string): string | null {
  const moment = momentSql(column, facts.values.slice(0, 500));
  return moment === null ? null : `strftime(min(${moment}) FILTER (${moment} BETWEEN TIMESTAMP '${notBefore}' AND TIMESTAMP '${today} 23:59:59'), '%Y-%m-%d')`;
}
