import type { WrittenForm } from '#shared/domain/written-form.ts';
import type { DateFormat } from '#shared/plan/date-format.ts';
import { quoteText } from '../quote.ts';
import { monthNames } from '#shared/domain/month-names.ts';
import { once } from './once.ts';
import { quickWay } from './quick-way.ts';

const times = ['', ' %H:%M:%S', ' %H:%M', 'T%H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'];

/** Two-digit years first: `%Y` would read `85` as the year 85. */
const patterns: Record<
  Exclude<DateFormat, 'iso' | 'iso-week' | 'epoch-seconds' | 'epoch-milliseconds' | 'mixed-d/m/y' | 'mixed-m/d/y'>,
  string[]
> = {
  'd.m.y': ['%d.%m.%y', '%d.%m.%Y'],
  'd/m/y': ['%d/%m/%y', '%d/%m/%Y'],
  'm/d/y': ['%m/%d/%y', '%m/%d/%Y'],
  'd-m-y': ['%d-%m-%y', '%d-%m-%Y'],
  'm-d-y': ['%m-%d-%y', '%m-%d-%Y'],
  'y/m/d': ['%Y/%m/%d', '%Y.%m.%d'],
  yyyymmdd: ['%Y%m%d'],
  'month-name': ['%d %b %y', '%d %B %y', '%d %b %Y', '%d %B %Y', '%b %d %Y', '%B %d %Y'],
};

/** A week of ISO 8601 with its year, and perhaps the day in it; without one its Monday counts. */
const isoWeek = String.raw`(\d{4})-?[Ww](\d{2})(?:-?([1-7]))?`;

/** Not every year has a week 53: what comes out must be in the week that was asked for. */
function parseWeek(cut: string): string {
  const part = (at: number): string => `regexp_extract(${cut}, ${quoteText(isoWeek)}, ${at})`;
  const day = `try_strptime(${part(1)} || '-' || ${part(2)} || '-' || coalesce(nullif(${part(3)}, ''), '1'), '%G-%V-%u')`;
  return (
    `(CASE WHEN regexp_full_match(${cut}, ${quoteText(isoWeek)}) THEN ` +
    `${once(day, 'day', `CASE WHEN strftime(day, '%V') = ${part(2)} THEN day END`)} END)`
  );
}

const inAnyLanguage = (cut: string, english: string): string =>
  `coalesce(${english}, try_strptime(${namedMonth(cut)}, [${shortNames.join(', ')}]))`;
const shortNames = ['%d %b %y', '%d %b %Y', '%b %d %Y'].flatMap((date) =>
  times.map((time) => quoteText(`${date}${time}`)),
);

/** What a mixed column is read in, one format after the other; the order of day and month decides between slashes. */
const mixed = (first: 'd/m/y' | 'm/d/y'): DateFormat[] => [
  'iso',
  'd.m.y',
  first,
  first === 'd/m/y' ? 'm/d/y' : 'd/m/y',
  'd-m-y',
  'y/m/d',
  'yyyymmdd',
  'month-name',
  'iso-week',
];

/** `12th of March, 1982`, `1er mars 2026` and `12-Mar-1982` with single spaces between. */
const spaced = (value: string): string =>
  `trim(regexp_replace(regexp_replace(${value}, '(\\d)(st|nd|rd|th|er)\\b|\\b(of|de|del|den)\\b', '\\1', 'g'), ` +
  `'[\\s,./-]+', ' ', 'g'))`;

/**
 * A date whose month is named in another language than English, with the month’s short English name; a weekday before a
 * comma is read over. Names stand without accents.
 */
function namedMonth(value: string): string {
  const plain = spaced(`regexp_replace(lower(strip_accents(${value})), '^[a-z]+\\.?, *', '')`);
  return monthNames.reduce(
    (text, names) => `regexp_replace(${text}, '\\b(${names.join('|')})\\b', '${names[0].slice(0, 3)}')`,
    plain,
  );
}

/**
 * DuckDB SQL: text → TIMESTAMP in one fixed format, NULL where it does not fit. The date as written counts: an offset
 * is read over.
 */
export function parseDate(value: string, format: string): string {
  const cut = `trim(${value})`;
  switch (format as DateFormat) {
    case 'iso':
      return quickWay(
        value,
        `regexp_full_match(${value}, '\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?)?')`,
        `TRY_CAST(${value} AS TIMESTAMP)`,
        `(CASE WHEN regexp_matches(${cut}, '^\\d{4}-\\d{1,2}(-\\d{1,2})?([ T][^(]*)?$') THEN TRY_CAST(CASE WHEN ` +
          `length(${cut}) <= 7 THEN ${cut} || '-01' ELSE replace(${cut}, ' UTC', '') END AS TIMESTAMP) END)`,
      );
    case 'iso-week':
      return parseWeek(cut);
    case 'epoch-seconds':
      return `TRY(make_timestamp(CAST(floor(TRY_CAST(${cut} AS DOUBLE)) AS BIGINT) * 1000000))`;
    case 'epoch-milliseconds':
      return `TRY(make_timestamp(CAST(floor(TRY_CAST(${cut} AS DOUBLE)) AS BIGINT) * 1000))`;
    case 'mixed-d/m/y':
    case 'mixed-m/d/y':
      return `coalesce(${mixed(format === 'mixed-d/m/y' ? 'd/m/y' : 'm/d/y')
        .map((each) => parseDate(value, each))
        .join(', ')})`;
    default: {
      const known = patterns[format as keyof typeof patterns];
      const list = known.flatMap((date) => times.map((time) => quoteText(`${date}${time}`)));
      const parsed = `try_strptime(${format === 'month-name' ? spaced(cut) : cut}, [${list.join(', ')}])`;
      if (format === 'month-name')
        return `(CASE WHEN regexp_matches(${cut}, '\\p{L}{3}') THEN ${inAnyLanguage(cut, parsed)} END)`;
      return format === 'yyyymmdd' ? `(CASE WHEN regexp_matches(${cut}, '^\\d{8}') THEN ${parsed} END)` : parsed;
    }
  }
}

/**
 * Version numbers and sections (1.2.10) are no dates: a year has four digits, or two beside a day and a month of two,
 * or slashes between.
 */
const dateLike = String.raw`^(\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})|\d{4}[./]\d{1,2}[./]\d{1,2})\D`;
const twoDigits = String.raw`^\d{1,2}[.-]\d[.-]\d{2}\D|^\d[.-]\d{1,2}[.-]\d{2}\D`;

/**
 * The same reading of a value whose form is not known yet but told by looking at it: NULL too where it may well be
 * something else.
 */
export function parseLikelyDate(value: string, form: WrittenForm): string {
  const read = parseDate(value, form);
  if (form === 'month-name' || form === 'iso-week') return read;
  const ended = `(trim(${value}) || ' ')`;
  return (
    `(CASE WHEN regexp_matches(${ended}, ${quoteText(dateLike)}) AND NOT regexp_matches(${ended}, ` +
    `${quoteText(twoDigits)}) THEN ${read} END)`
  );
}
