import type { DateFormat } from '#shared/plan/date-format.ts';
import { quoteText } from '../quote.ts';
import { quickWay } from './quick-way.ts';

const times = ['', ' %H:%M:%S', ' %H:%M', 'T%H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'];

/** Two-digit years first: `%Y` would read `85` as the year 85. */
const patterns: Record<Exclude<DateFormat, 'iso' | 'epoch-seconds' | 'epoch-milliseconds'>, string[]> = {
  'd.m.y': ['%d.%m.%y', '%d.%m.%Y'],
  'd/m/y': ['%d/%m/%y', '%d/%m/%Y'],
  'm/d/y': ['%m/%d/%y', '%m/%d/%Y'],
  'd-m-y': ['%d-%m-%y', '%d-%m-%Y'],
  'y/m/d': ['%Y/%m/%d'],
  yyyymmdd: ['%Y%m%d'],
};

/** DuckDB SQL: text → TIMESTAMP in one fixed format, NULL where it does not fit. The date as written counts: an offset is read over. */
export function parseDate(value: string, format: string): string {
  const cut = `trim(${value})`;
  switch (format as DateFormat) {
    case 'iso':
      return quickWay(value, `regexp_full_match(${value}, '\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d{2}:\\d{2}(?::\\d{2})?)?')`, `TRY_CAST(${value} AS TIMESTAMP)`,
        `(CASE WHEN regexp_matches(${cut}, '^\\d{4}-\\d{1,2}(-\\d{1,2})?([ T]|$)') THEN TRY_CAST(CASE WHEN length(${cut}) <= 7 THEN ${cut} || '-01' ELSE replace(${cut}, ' UTC', '') END AS TIMESTAMP) END)`);
    case 'epoch-seconds':
      return `TRY(make_timestamp(CAST(floor(TRY_CAST(${cut} AS DOUBLE)) AS BIGINT) * 1000000))`;
    case 'epoch-milliseconds':
      return `TRY(make_timestamp(CAST(floor(TRY_CAST(${cut} AS DOUBLE)) AS BIGINT) * 1000))`;
    default: {
      const known = patterns[format as keyof typeof patterns];
      const list = known.flatMap((date) => times.map((time) => quoteText(`${date}${time}`)));
      const parsed = `try_strptime(${cut}, [${list.join(', ')}])`;
      return format === 'yyyymmdd' ? `(CASE WHEN regexp_matches(${cut}, '^\\d{8}') THEN ${parsed} END)` : parsed;
    }
  }
}
