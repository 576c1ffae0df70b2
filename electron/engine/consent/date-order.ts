import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { bothReadings } from '../facts/read-date.ts';

/** In which order a column writes day and month; `undecided` where no date in it tells, or two tell otherwise. */
export type DateOrder = 'day-first' | 'month-first' | 'undecided';

/**
 * In which order the dates of a column are written: one that can be read in one way only tells of all others.
 * @param value SQL of the column's text
 * @throws Failure JOB_CANCELLED
 */
export async function dateOrder(
  duck: Duck,
  relation: string,
  value: string,
  signal: AbortSignal | undefined,
): Promise<DateOrder> {
  const { dayFirst, monthFirst } = bothReadings('v');
  const [row] = await interruptible(duck, signal, () =>
    duck.query<{ d: number; m: number }>(
      `SELECT count(*) FILTER (d IS NOT NULL AND m IS NULL)::BIGINT AS d, count(*) FILTER (m IS NOT NULL AND d IS NULL)` +
        `::BIGINT AS m FROM (SELECT ${dayFirst} AS d, ${monthFirst} AS m FROM (SELECT DISTINCT ${value} AS v FROM ` +
        `${relation}) WHERE regexp_matches(v, '\\d[/-]\\d'))`,
    ),
  );
  if (row!.d > 0 && row!.m === 0) return 'day-first';
  return row!.m > 0 && row!.d === 0 ? 'month-first' : 'undecided';
}
