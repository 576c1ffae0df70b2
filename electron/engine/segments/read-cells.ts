import type { SourceColumn } from '#shared/domain/intake.ts';
import { dateFormats, type DateFormat } from '#shared/plan/date-format.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { parseDate } from '#shared/sql/duckdb/parse-date.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { DecimalMark } from '#engine/fairness/asked-audit.ts';

/** How the cells of a column of last purchases are read: days in numbers, or dates of one form. */
export type RecencyForm = { kind: 'days'; mark: DecimalMark } | { kind: 'date'; form: string };

type DateForm = Exclude<DateFormat, `mixed-${string}`>;
const dateForms = dateFormats.filter((form): form is DateForm => !form.startsWith('mixed-'));
/** Bare numbers are moments only where they have as many digits as one of our time. */
const digits: Partial<Record<DateForm, string>> = {
  'epoch-seconds': '\\d{9,10}(\\.\\d+)?',
  'epoch-milliseconds': '\\d{12,13}(\\.\\d+)?',
  yyyymmdd: '(19|20)\\d{6}\\D?.*',
};

/** Text of a cell without white space around it, NULL where it is blank. @param sql of the cell */
export function cellText(sql: string): string {
  const { functions } = duckDialect;
  return functions.trim([functions['blank-to-null']([sql], [])], []);
}

/** SQL of a date in one form; NULL where the cell is none. */
function dateSql(sql: string, form: string): string {
  const read = `CAST(${parseDate(sql, form)} AS DATE)`;
  const pattern = digits[form as keyof typeof digits];
  return pattern === undefined ? read : `(CASE WHEN regexp_full_match(${sql}, ${quoteText(pattern)}) THEN ${read} END)`;
}

/** SQL of a finite number; NULL where the cell is none. */
export const numberSql = (sql: string, mark: DecimalMark): string =>
  duckDialect.functions['parse-number']([sql, quoteText(mark)], [{ kind: 'null' }, { kind: 'text', value: mark }]);

/**
 * How a column of last purchases is written: the form in which most of its cells are dates, or numbers of days where no
 * form fits more. `eitherWay`: day and month could change places in every cell.
 * @returns null where no cell is either
 */
export async function recencyFormOf(
  { duck, relation }: { duck: Duck; relation: string },
  { physical }: SourceColumn,
  mark: DecimalMark,
): Promise<{ form: RecencyForm; eitherWay: boolean } | null> {
  const sql = cellText(quoteIdentifier(physical));
  const [found] = await duck.query<Record<string, number>>(
    `SELECT ${dateForms.map((form, at) => `count(${dateSql('x', form)}) AS n${at}`).join(', ')}, ` +
      `count(${numberSql('x', mark)}) AS numbers FROM (SELECT ${sql} AS x FROM ${relation})`,
  );
  const fits = dateForms.map((form, at) => ({ form, many: found?.[`n${at}`] ?? 0 }));
  const best = fits.reduce((one, other) => (other.many > one.many ? other : one));
  const numbers = found?.numbers ?? 0;
  if (best.many === 0 && numbers === 0) return null;
  // Eight digits are a number, too: what fits a form of dates as often is one of dates.
  if (numbers > best.many) return { form: { kind: 'days', mark }, eitherWay: false };
  const swapped = { 'd/m/y': 'm/d/y', 'd-m-y': 'm-d-y' }[best.form as 'd/m/y' | 'd-m-y'];
  return {
    form: { kind: 'date', form: best.form },
    eitherWay: fits.some(({ form, many }) => form === swapped && many === best.many),
  };
}

/** SQL of whole days from the cell's date to the day; negative where that is still to come. @param day YYYY-MM-DD */
export function daysSql(sql: string, form: RecencyForm, day: string): string {
  return form.kind === 'days'
    ? numberSql(sql, form.mark)
    : `date_diff('day', ${dateSql(sql, form.form)}, DATE ${quoteText(day)})`;
}

/** SQL of a number in a release: as it is, or what stands for a range: its middle, or the bound of an open one. */
export function releasedNumberSql(sql: string, mark: DecimalMark): string {
  const number = String.raw`(-?\d+(?:[.,]\d+)?)`;
  const part = (pattern: string, at: number): string =>
    numberSql(`regexp_extract(${sql}, ${quoteText(pattern)}, ${at})`, '.');
  const range = `^${number}(?: to <|-)${number}$`;
  const open = `^(?:<${number}|${number}[+])$`;
  return (
    `(CASE WHEN regexp_matches(${sql}, ${quoteText(range)}) THEN (${part(range, 1)} + ${part(range, 2)}) / 2 ` +
    `WHEN regexp_matches(${sql}, ${quoteText(open)}) THEN coalesce(${part(open, 1)}, ${part(open, 2)}) ` +
    `ELSE ${numberSql(sql, mark)} END)`
  );
}

/** SQL of days in a release: a month, quarter, year or decade counts as its middle, and none as still to come. */
export function releasedDaysSql(sql: string, form: RecencyForm, day: string): string {
  if (form.kind === 'days') return releasedNumberSql(sql, form.mark);
  const from = (start: string, middle: string): string =>
    `greatest(0, date_diff('day', CAST(TRY_CAST(${start} AS DATE) + INTERVAL ${middle} AS DATE), DATE ${quoteText(day)}))`;
  const quarter = `substr(${sql}, 1, 5) || lpad(CAST(3 * CAST(right(${sql}, 1) AS INTEGER) - 2 AS VARCHAR), 2, '0') || '-01'`;
  const is = (pattern: string): string => `regexp_full_match(${sql}, ${quoteText(pattern)})`;
  return (
    `(CASE WHEN ${is('\\d{4}-\\d{2}')} THEN ${from(`${sql} || '-01'`, '15 DAY')} ` +
    `WHEN ${is('\\d{4}-Q[1-4]')} THEN ${from(quarter, '45 DAY')} ` +
    `WHEN ${is('\\d{4}')} THEN ${from(`${sql} || '-01-01'`, '182 DAY')} ` +
    `WHEN ${is('\\d{4}s')} THEN ${from(`left(${sql}, 4) || '-01-01'`, '5 YEAR')} ` +
    `ELSE coalesce(${daysSql(sql, form, day)}, ${daysSql(sql, { kind: 'date', form: 'iso' }, day)}) END)`
  );
}
