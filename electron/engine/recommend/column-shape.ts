import { call, text } from '#shared/plan/expression.ts';
import { dateFormats, type DateFormat } from '#shared/plan/date-format.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { ofValue } from './sample-values.ts';

/** How the values of a column are written, measured on a sample. Shares are 0..1 of its filled cells. */
export interface ColumnShape {
  filled: number;
  distinct: number;
  number: {
    share: number;
    mark: '.' | ',';
    /**
     * Up to seven cut points into eight groups of about equal size, all above the smallest value.
     */ octiles: number[];
    /** No fractions. */ whole: boolean;
  };
  date: { share: number; format: DateFormat };
  /** The commonest length of a value without spaces and signs. */
  length: number;
}

/** What any date that can be read begins with, or a whole number that could be one. */
const datelike =
  '^(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{4}-\\d{1,2}([ T]|$)|\\d{8}$|\\d{9,10}$|\\d{12,13}$' +
  '|\\d{4}-?[Ww]\\d{2}|\\d{1,2}(st|nd|rd|th|er)?[ ./-]+(de )?\\p{L}{3,12}[ ,./-]+(de )?\\d{2,4}' +
  '|(\\p{L}{2,10}, )?\\p{L}{3,12}[. ]+\\d{1,2}(st|nd|rd|th)?,? +\\d{4})';

export interface FrequentValue {
  value: string;
  /** 0..1 of the column's filled cells in the sample. */
  share: number;
}

const parsed = (mark: '.' | ','): string => ofValue((value) => call('parse-number', value, text(mark)));

/** Measures the columns whose values a table of `fillSampleValues` holds, by their place in it. */
export async function measureShapes(duck: Duck, table: string, columns: number): Promise<ColumnShape[]> {
  const values = quoteIdentifier(table);
  const rows = await duck.query<Record<string, number>>(
    `SELECT slot, sum(n) AS filled, count(*) AS "distinct", ${[
      `sum(n) FILTER (${parsed('.')} IS NOT NULL) AS points`,
      `sum(n) FILTER (${parsed(',')} IS NOT NULL) AS commas`,
      "sum(n) FILTER (regexp_matches(v, '\\d,\\d{1,2}\\D*$') AND NOT regexp_matches(v, '\\d\\.\\d+\\D*$')) AS comma_decimals",
      "sum(n) FILTER (regexp_matches(v, '\\d\\.\\d+\\D*$')) AS point_decimals",
      "sum(n) FILTER (regexp_full_match(v, '[+-]?[1-9]\\d{0,2}(\\.\\d{3})+')) AS point_groups",
      "sum(n) FILTER (regexp_full_match(v, '[+-]?\\d+')) AS bare",
      "mode(length(regexp_replace(v, '[\\s.,*-]', '', 'g'))) AS typical",
      `count(*) FILTER (regexp_matches(trim(v), '${datelike}')) AS datelike`,
    ].join(', ')} FROM ${values} GROUP BY slot`,
  );
  const measured = new Map(rows.map((row) => [Number(row.slot), row]));
  const known = Array.from({ length: columns }, (_, slot) => {
    const at = (name: string): number => Number(measured.get(slot)?.[name] ?? 0);
    const filled = at('filled');
    // Groups of three behind a point, beside whole numbers without: decimals would not all have three digits.
    const grouped = at('point_groups') > 0 && at('point_groups') === at('point_decimals') && at('bare') > 0;
    const comma = at('comma_decimals') > at('point_decimals') || at('commas') > at('points') || grouped;
    const mark = comma ? (',' as const) : ('.' as const);
    const share = filled === 0 ? 0 : at(mark === '.' ? 'points' : 'commas') / filled;
    return {
      slot,
      filled,
      distinct: at('distinct'),
      mark,
      share,
      dates: at('distinct') > 0 && at('datelike') > at('distinct') / 2,
      length: at('typical'),
    };
  });
  const dates = await dateShapes(
    duck,
    values,
    known.filter((column) => column.dates),
  );
  const cuts = await octiles(
    duck,
    values,
    known.filter(({ share }) => share > 0.5),
  );
  return known.map(({ slot, filled, distinct, mark, share, length }) => ({
    filled,
    distinct,
    number: { share, mark, ...(cuts.get(slot) ?? { octiles: [], whole: false }) },
    date: dates.get(slot) ?? { share: 0, format: 'iso' },
    length,
  }));
}

const among = (columns: readonly { slot: number }[]): string =>
  `slot IN (${columns.map(({ slot }) => slot).join(', ')})`;

/**
 * The format that most of the different values fit. Epochs are only believed where the number of digits fits our
 * century.
 */
async function dateShapes(
  duck: Duck,
  values: string,
  columns: readonly { slot: number; distinct: number }[],
): Promise<Map<number, ColumnShape['date']>> {
  if (columns.length === 0) return new Map();
  const digits: Partial<Record<DateFormat, string>> = {
    'epoch-seconds': '\\d{9,10}',
    'epoch-milliseconds': '\\d{12,13}',
  };
  const counts = dateFormats.map(
    (format, index) =>
      `count(${ofValue((value) => call('parse-date', value, text(format)))}) FILTER (` +
      `${digits[format] === undefined ? 'true' : `regexp_full_match(trim(v), '${digits[format]}')`}) AS d${index}`,
  );
  const rows = await duck.query<Record<string, number>>(
    `SELECT slot, ${counts.join(', ')} FROM ${values} WHERE ${among(columns)} GROUP BY slot`,
  );
  const distinct = new Map(columns.map((column) => [column.slot, column.distinct]));
  return new Map(
    rows.map((row) => {
      const all = distinct.get(Number(row.slot)) ?? 1;
      const found = new Map(dateFormats.map((format, index) => [format, Number(row[`d${index}`] ?? 0)]));
      const format = bestFormat(found, all);
      return [Number(row.slot), { share: (found.get(format) ?? 0) / all, format }];
    }),
  );
}

/** A column is only taken to be written in several ways where one way leaves more than a few values unread. */
const fewUnread = 0.02;

function bestFormat(found: ReadonlyMap<DateFormat, number>, all: number): DateFormat {
  const of = (format: DateFormat): number => found.get(format) ?? 0;
  const one = dateFormats
    .filter((format) => !format.startsWith('mixed'))
    .reduce((best, format) => (of(format) > of(best) ? format : best));
  const several = of('m/d/y') > of('d/m/y') ? 'mixed-m/d/y' : 'mixed-d/m/y';
  return of(several) > of(one) + fewUnread * all ? several : one;
}

/**
 * Cut points above the smallest value; where most rows have the smallest one (no purchase, no child), quarters of the
 * others.
 */
async function octiles(
  duck: Duck,
  values: string,
  columns: readonly { slot: number; mark: '.' | ',' }[],
): Promise<Map<number, { octiles: number[]; whole: boolean }>> {
  if (columns.length === 0) return new Map();
  const parts = (['.', ','] as const).flatMap((mark) => {
    const some = columns.filter((column) => column.mark === mark);
    return some.length === 0 ? [] : [`SELECT slot, ${parsed(mark)} AS x, n FROM ${values} WHERE ${among(some)}`];
  });
  // A row for each row of the sample: quantiles know no weights.
  const numbers =
    '(SELECT slot, x, least, unnest(range(n)) AS again FROM (SELECT slot, x, n, min(x) OVER (PARTITION BY slot) AS ' +
    `least FROM (${parts.join(' UNION ALL ')}) WHERE x IS NOT NULL))`;
  const cuts = async (count: number, from: string): Promise<Map<number, { cuts: number[]; whole: boolean }>> => {
    const names = Array.from({ length: count - 1 }, (_, index) => index + 1);
    const rows = await duck.query<Record<string, unknown>>(
      'SELECT slot, min(least) AS least, bool_and(x = floor(x)) AS whole, ' +
        `${names.map((part) => `quantile_disc(x, ${part / count}) AS q${part}`).join(', ')} FROM ${from} GROUP BY ` +
        'slot',
    );
    return new Map(
      rows.map((row) => [
        Number(row.slot),
        {
          cuts: names
            .map((part) => row[`q${part}`])
            .filter((cut): cut is number => typeof cut === 'number' && cut > Number(row.least)),
          whole: row.whole === true,
        },
      ]),
    );
  };
  const eighths = await cuts(8, numbers);
  const flat = [...eighths].filter(([, found]) => found.cuts.length === 0).map(([slot]) => ({ slot }));
  const quarters = flat.length === 0 ? undefined : await cuts(4, `${numbers} WHERE x > least AND ${among(flat)}`);
  return new Map(
    [...eighths].map(([slot, { cuts: found, whole }]) => [
      slot,
      { octiles: found.length > 0 ? found : (quarters?.get(slot)?.cuts ?? []), whole },
    ]),
  );
}

/**
 * The values of columns that at least `least` of the sampled rows share, commonest first; at most 200 each. They are
 * not personal: many people share each.
 */
export async function frequentValues(
  duck: Duck,
  table: string,
  columns: readonly { slot: number; least: number; filled: number }[],
): Promise<Map<number, FrequentValue[]>> {
  const frequent = new Map<number, FrequentValue[]>(columns.map(({ slot }) => [slot, []]));
  if (columns.length === 0) return frequent;
  const filled = new Map(columns.map((column) => [column.slot, column.filled]));
  const wanted = columns.map(({ slot, least }) => `(${slot}, ${Math.max(1, least)})`);
  const rows = await duck.query<{ slot: number; v: string; n: number }>(
    `SELECT slot, v, n FROM ${quoteIdentifier(table)}
     JOIN (VALUES ${wanted.join(', ')}) AS wanted(place, least) ON slot = place
     WHERE n >= least QUALIFY row_number() OVER (PARTITION BY slot ORDER BY n DESC, v) <= 200 ORDER BY slot, n DESC, v`,
  );
  for (const { slot, v, n } of rows) frequent.get(slot)?.push({ value: v, share: Number(n) / (filled.get(slot) ?? 1) });
  return frequent;
}
