import { isoShape } from '../portable/date-shapes.ts';
import type { Helper } from '../portable/helper.ts';
import { define } from './define.ts';
import { sparkText } from './text.ts';

/** In Java `\\v` is any vertical space. */
export const javaShape = (shape: string): string => `${shape.replaceAll('\\v', '\\x0B')}\\z`;

const leap = '(y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0))';
const micros = '86400000000';
const shifted = '(y - CASE WHEN m <= 2 THEN 1 ELSE 0 END)';
const down = (of: string, by: number): string => `((${of} - pmod(${of}, ${by})) div ${by})`;
const iso = sparkText(javaShape(isoShape));
const isoPart = (group: number): string => `regexp_extract(x, ${iso}, ${group})`;
const isoNumber = (group: number): string => `try_cast(nullif(${isoPart(group)}, '') AS INT)`;

/** A date is a BIGINT of microseconds since 1970 without a zone: no setting of the session changes what it means. */
export const dateHelpers: readonly Helper[] = [
  define(
    'days_in_month',
    ['y BIGINT', 'm INT'],
    'INT',
    `CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31 WHEN ${leap} THEN 29 ELSE 28 END`,
  ),
  define(
    'day_number',
    ['y BIGINT', 'm INT', 'd INT'],
    'BIGINT',
    `365 * ${shifted} + ${down(shifted, 4)} - ${down(shifted, 100)} + ${down(shifted, 400)}
    + (153 * (m + CASE WHEN m > 2 THEN -3 ELSE 9 END) + 2) div 5 + d - 719469`,
  ),
  define(
    'moment',
    ['y INT', 'm INT', 'd INT', 'seconds INT', 'fraction STRING'],
    'BIGINT',
    `CASE WHEN m BETWEEN 1 AND 12 AND d BETWEEN 1 AND custos_days_in_month(y, m) AND seconds IS NOT NULL THEN
      custos_day_number(y, m, d) * ${micros} + seconds * CAST(1000000 AS BIGINT)
      + try_cast(rpad(substr(concat('.', substr(fraction, 2)), 2, 6), 6, '0') AS BIGINT) END`,
  ),
  define(
    'seconds',
    ['separator STRING', 'h INT', 'mi INT', 's INT', 'fraction STRING', 'half STRING'],
    'INT',
    `CASE WHEN separator = '' THEN 0
    WHEN separator = 'T' AND (s IS NULL OR fraction <> '' OR half <> '') THEN NULL
    WHEN half <> '' AND (fraction <> '' OR h NOT BETWEEN 1 AND 12) THEN NULL
    WHEN h > 23 OR mi > 59 OR coalesce(s, 0) > 59 THEN NULL
    ELSE mi * 60 + coalesce(s, 0) + 3600 * CASE WHEN half = '' THEN h
      ELSE h % 12 + CASE WHEN lower(half) = 'pm' THEN 12 ELSE 0 END END END`,
  ),
  define(
    'year_meant',
    ['y STRING', 'short BOOLEAN'],
    'INT',
    `CASE WHEN NOT short OR length(y) > 2 THEN try_cast(y AS INT)
    WHEN try_cast(y AS INT) <= 68 THEN 2000 + try_cast(y AS INT) ELSE 1900 + try_cast(y AS INT) END`,
  ),
  define(
    'part',
    ['x STRING', 'pattern STRING', 'at INT'],
    'INT',
    `try_cast(nullif(regexp_extract(x, pattern, at), '') AS INT)`,
  ),
  define(
    'date',
    ['x STRING', 'pattern STRING', 'y INT', 'm INT', 'd INT', 'short BOOLEAN'],
    'BIGINT',
    `custos_moment(custos_year_meant(regexp_extract(x, pattern, y), short), custos_part(x, pattern, m), custos_part(x, pattern, d),
      custos_seconds(regexp_extract(x, pattern, 4), custos_part(x, pattern, 5), custos_part(x, pattern, 6),
        custos_part(x, pattern, 7), regexp_extract(x, pattern, 8), regexp_extract(x, pattern, 9)),
      regexp_extract(x, pattern, 8))`,
  ),
  define(
    'iso_seconds',
    ['h INT', 'mi INT', 's INT', 'fraction STRING'],
    'INT',
    `CASE WHEN h IS NULL THEN 0
    WHEN h = 24 AND mi = 0 AND coalesce(s, 0) = 0 AND NOT fraction RLIKE '[1-9]' THEN 86400
    WHEN h > 23 OR mi > 59 OR coalesce(s, 0) > 59 THEN NULL
    ELSE h * 3600 + mi * 60 + coalesce(s, 0) END`,
  ),
  define(
    'iso_parts',
    ['x STRING'],
    'BIGINT',
    `custos_moment(${isoNumber(1)}, ${isoNumber(2)}, ${isoNumber(3)},
      custos_iso_seconds(${isoNumber(5)}, ${isoNumber(6)}, ${isoNumber(7)}, ${isoPart(8)}), ${isoPart(8)})`,
  ),
  define(
    'iso_text',
    ['x STRING'],
    'STRING',
    `CASE WHEN length(x) <= 7 THEN concat(x, '-01') ELSE replace(x, ' UTC', '') END`,
  ),
  define('parse_iso', ['x STRING'], 'BIGINT', `custos_iso_parts(custos_iso_text(custos_trim_separators(x)))`),
  define('days_of', ['x BIGINT'], 'INT', `CAST((x - pmod(x, ${micros})) div ${micros} AS INT)`),
  define('date_of', ['x BIGINT'], 'DATE', `date_add(DATE'1970-01-01', custos_days_of(x))`),
  define('year_of', ['x BIGINT'], 'INT', 'year(custos_date_of(x))'),
  define(
    'year_text',
    ['x BIGINT'],
    'STRING',
    `CASE WHEN custos_year_of(x) BETWEEN 0 AND 999 THEN lpad(CAST(custos_year_of(x) AS STRING), 4, '0')
    ELSE CAST(custos_year_of(x) AS STRING) END`,
  ),
  define('two_digits', ['x BIGINT'], 'STRING', `lpad(CAST(x AS STRING), 2, '0')`),
  define(
    'clock',
    ['x BIGINT'],
    'STRING',
    `concat(custos_two_digits(pmod(x, ${micros}) div 3600000000), ':', custos_two_digits(pmod(x, 3600000000) div 60000000),
      ':', custos_two_digits(pmod(x, 60000000) div 1000000))`,
  ),
  define(
    'full_years_until',
    ['f BIGINT', 't BIGINT'],
    'BIGINT',
    `((custos_year_of(t) - custos_year_of(f)) * 12 + month(custos_date_of(t)) - month(custos_date_of(f))
    - CASE WHEN CASE WHEN day(custos_date_of(t)) = day(last_day(custos_date_of(t)))
          THEN least(day(custos_date_of(f)), day(custos_date_of(t))) ELSE day(custos_date_of(f)) END * ${micros}
          + pmod(f, ${micros}) > day(custos_date_of(t)) * ${micros} + pmod(t, ${micros}) THEN 1 ELSE 0 END) div 12`,
  ),
  define(
    'full_years',
    ['f BIGINT', 't BIGINT'],
    'BIGINT',
    'CASE WHEN f <= t THEN custos_full_years_until(f, t) ELSE -custos_full_years_until(t, f) END',
  ),
];
