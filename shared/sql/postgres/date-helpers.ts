import { isoShape } from '../portable/date-shapes.ts';
import type { Helper } from '../portable/helper.ts';
import { define } from './define.ts';
import { postgresText } from './text.ts';

const leap = '(y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0))';

/** Dates are `timestamp` without a zone. Parts of a date are the groups of its shape. */
export const dateHelpers: readonly Helper[] = [
  define(
    'days_in_month',
    ['y int', 'm int'],
    'int',
    `CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31 WHEN ${leap} THEN 29 ELSE 28 END`,
  ),
  define(
    'day_number',
    ['y int', 'm int', 'd int'],
    'int',
    `365 * (y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) + floor((y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) / 4.0)::int
    - floor((y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) / 100.0)::int
    + floor((y - CASE WHEN m <= 2 THEN 1 ELSE 0 END) / 400.0)::int
    + (153 * (m + CASE WHEN m > 2 THEN -3 ELSE 9 END) + 2) / 5 + d - 719469`,
  ),
  define(
    'moment',
    ['y int', 'm int', 'd int', 'seconds int', 'fraction text'],
    'timestamp',
    `CASE WHEN m BETWEEN 1 AND 12 AND d BETWEEN 1 AND pg_temp.custos_days_in_month(y, m) AND seconds IS NOT NULL THEN
      (DATE '1970-01-01' + pg_temp.custos_day_number(y, m, d))::timestamp + make_interval(secs => seconds)
      + rpad(substr(coalesce(fraction, '.'), 2, 6), 6, '0')::int * interval '1 microsecond' END`,
  ),
  define(
    'seconds',
    ['p text[]', 'at int'],
    'int',
    `CASE WHEN p[at] IS NULL THEN 0
    WHEN p[at] = 'T' AND (p[at + 3] IS NULL OR p[at + 4] IS NOT NULL OR p[at + 5] IS NOT NULL) THEN NULL
    WHEN p[at + 5] IS NOT NULL AND (p[at + 4] IS NOT NULL OR p[at + 1]::int NOT BETWEEN 1 AND 12) THEN NULL
    WHEN p[at + 1]::int > 23 OR p[at + 2]::int > 59 OR coalesce(p[at + 3]::int, 0) > 59 THEN NULL
    ELSE p[at + 2]::int * 60 + coalesce(p[at + 3]::int, 0) + 3600 * CASE WHEN p[at + 5] IS NULL THEN p[at + 1]::int
      ELSE p[at + 1]::int % 12 + CASE WHEN lower(p[at + 5]) = 'pm' THEN 12 ELSE 0 END END END`,
  ),
  define(
    'year_meant',
    ['y text', 'short boolean'],
    'int',
    `CASE WHEN NOT short OR length(y) > 2 THEN y::int WHEN y::int <= 68 THEN 2000 + y::int ELSE 1900 + y::int END`,
  ),
  define(
    'date',
    ['p text[]', 'y int', 'm int', 'd int', 'short boolean'],
    'timestamp',
    `pg_temp.custos_moment(pg_temp.custos_year_meant(p[y], short), p[m]::int, p[d]::int, pg_temp.custos_seconds(p, 4), p[8])`,
  ),
  define(
    'iso_seconds',
    ['p text[]'],
    'int',
    `CASE WHEN p[5] IS NULL THEN 0
    WHEN p[5]::int = 24 AND p[6]::int = 0 AND coalesce(p[7]::int, 0) = 0 AND coalesce(p[8], '') !~ '[1-9]' THEN 86400
    WHEN p[5]::int > 23 OR p[6]::int > 59 OR coalesce(p[7]::int, 0) > 59 THEN NULL
    ELSE p[5]::int * 3600 + p[6]::int * 60 + coalesce(p[7]::int, 0) END`,
  ),
  define(
    'iso_parts',
    ['p text[]'],
    'timestamp',
    `pg_temp.custos_moment(p[1]::int, p[2]::int, p[3]::int, pg_temp.custos_iso_seconds(p), p[8])`,
  ),
  define('iso_text', ['x text'], 'text', `CASE WHEN length(x) <= 7 THEN x || '-01' ELSE replace(x, ' UTC', '') END`),
  define(
    'parse_iso',
    ['x text'],
    'timestamp',
    `pg_temp.custos_iso_parts(regexp_match(pg_temp.custos_iso_text(pg_temp.custos_trim_separators(x)),
    ${postgresText(`${isoShape}$`)}))`,
  ),
  define(
    'year_of',
    ['x timestamp'],
    'int',
    `extract(year FROM x)::int + CASE WHEN extract(year FROM x) < 0 THEN 1 ELSE 0 END`,
  ),
  define(
    'year_text',
    ['x timestamp'],
    'text',
    `CASE WHEN pg_temp.custos_year_of(x) BETWEEN 0 AND 999 THEN lpad(pg_temp.custos_year_of(x)::text, 4, '0')
    ELSE pg_temp.custos_year_of(x)::text END`,
  ),
  define(
    'full_years_until',
    ['f timestamp', 't timestamp'],
    'int',
    `((pg_temp.custos_year_of(t) - pg_temp.custos_year_of(f)) * 12 + extract(month FROM t)::int - extract(month FROM f)::int
    - CASE WHEN (CASE WHEN extract(day FROM t) = pg_temp.custos_days_in_month(pg_temp.custos_year_of(t), extract(month FROM t)::int)
          THEN least(extract(day FROM f), extract(day FROM t)) ELSE extract(day FROM f) END, f::time)
        > (extract(day FROM t), t::time) THEN 1 ELSE 0 END) / 12`,
  ),
  define(
    'full_years',
    ['f timestamp', 't timestamp'],
    'int',
    `CASE WHEN f <= t THEN pg_temp.custos_full_years_until(f, t) ELSE -pg_temp.custos_full_years_until(t, f) END`,
  ),
];
