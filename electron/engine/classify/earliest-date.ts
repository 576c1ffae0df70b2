import type { ColumnFacts } from './column-facts.ts';

const enough = 0.9;
const looked = 500;
const share = (values: readonly string[], pattern: RegExp) =>
  values.filter((value) => pattern.test(value)).length / Math.max(1, values.length);

/** Placeholders such as 1970-01-01 and days to come are no beginning. */
const notBefore = '1990-01-01';
const epochSeconds = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;

/** Of texts that sort like the days they stand for: no date is parsed, so that a million rows cost next to nothing. */
const earliestText = (column: string, from: string, to: string, length: number) =>
  `min(CASE WHEN ${column} BETWEEN '${from}' AND '${to}~' THEN left(${column}, ${length}) END)`;

/** `dd-mm-yyyy` or `mm-dd-yyyy` with any of three signs; null where no value tells day from month. */
function numericSql(column: string, values: readonly string[], today: string): string | null {
  const written = values.flatMap((value) => {
    const [, one, two] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(value) ?? [];
    return one === undefined ? [] : [[Number(one), Number(two)] as const];
  });
  if (written.length === 0 || written.length < enough * values.length) return null;
  const dayFirst = written.some(([one]) => one > 12);
  const monthFirst = written.some(([, two]) => two > 12);
  if (dayFirst === monthFirst) return null;
  const moment =
    `try_strptime(regexp_replace(regexp_extract(trim(${column}), '^(\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})', 1), '[/.]', ` +
    `'-', 'g'), '${dayFirst ? '%d-%m-%Y' : '%m-%d-%Y'}')`;
  return (
    `strftime(min(${moment}) FILTER (${moment} BETWEEN TIMESTAMP '${notBefore}' AND TIMESTAMP '${today}'), ` +
    `'%Y-%m-%d')`
  );
}

/**
 * An aggregate that gives a date column's earliest day (`YYYY-MM-DD`, text or NULL) over all rows; null where its
 * spelling cannot be read for sure.
 * @param column quoted name
 * @param today ISO date; later days do not count
 */
export function earliestSql(facts: ColumnFacts, column: string, today: string): string | null {
  const values = facts.values.slice(0, looked);
  if (share(values, /^\d{4}-\d{2}-\d{2}/) >= enough) return earliestText(column, notBefore, today, 10);
  if (share(values, /^\d{4}[/.]\d{2}[/.]\d{2}/) >= enough)
    return `translate(${earliestText(column, '1990', today.slice(0, 4), 10)}, '/.', '--')`;
  if (share(values, /^(?:19|20)\d{6}$/) >= enough)
    return (
      `strftime(try_strptime(${earliestText(column, notBefore.replaceAll('-', ''), today.replaceAll('-', ''), 8)}, ` +
      `'%Y%m%d'), '%Y-%m-%d')`
    );
  for (const [digits, perSecond] of [
    [10, 1],
    [13, 1000],
    [16, 1_000_000],
  ] as const)
    if (share(values, new RegExp(`^1\\d{${digits - 1}}(?:\\.\\d+)?$`)) >= enough) {
      const number = `TRY_CAST(${column} AS DOUBLE)`;
      const bounds = [epochSeconds(notBefore), epochSeconds(today) + 86_400].map((second) => second * perSecond);
      return (
        `strftime(make_timestamp(CAST(min(CASE WHEN ${number} BETWEEN ${bounds[0]} AND ${bounds[1]} THEN ${number} ` +
        `END) * ${1_000_000 / perSecond} AS BIGINT)), '%Y-%m-%d')`
      );
    }
  return numericSql(column, values, today);
}
