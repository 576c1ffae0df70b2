import type { Duck } from '#engine/analysis/open-duck.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import { classKey, classValuesSql, type MeasuredColumn } from './classes.ts';

/**
 * Sum over i in [from, to) of |level - cumulative[i]|, where `cumulative` rises: one binary search for where it crosses
 * the level, then two differences of prefix sums.
 */
function area(level: number, cumulative: Float64Array, prefix: Float64Array, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! <= level) low = middle + 1;
    else high = middle;
  }
  return level * (low - from) - (prefix[low]! - prefix[from]!) + (prefix[to]! - prefix[low]!) - level * (to - low);
}

/** Ordered earth mover's distance of one class; `ranks` rise, `counts` belong to them. */
function orderedDistance(
  ranks: readonly number[],
  counts: readonly number[],
  total: number,
  cumulative: Float64Array,
  prefix: Float64Array,
): number {
  const values = cumulative.length;
  if (values < 2) return 0;
  let sum = 0;
  let seen = 0;
  let position = 0;
  for (const [index, rank] of ranks.entries()) {
    sum += area(seen / total, cumulative, prefix, position, rank);
    seen += counts[index]!;
    position = rank;
  }
  return (sum + area(seen / total, cumulative, prefix, position, values)) / (values - 1);
}

/**
 * t-closeness of one sensitive column (Li, Li, Venkatasubramanian 2007): the largest earth mover's distance between a
 * class and the whole table, 0…1. Columns whose every value is a number use the ordered distance (values ranked by
 * size, NULL below the smallest), all others the equal distance.
 */
export async function measureCloseness(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  sensitive: string,
): Promise<number> {
  const keys = qi.map((_, index) => classKey(index));
  const [kind] = await duck.query<{ numeric: boolean | null }>(
    `SELECT bool_and(TRY_CAST(${sensitive} AS DOUBLE) IS NOT NULL) AS numeric FROM ${relation} WHERE ${sensitive} ` +
      'IS NOT NULL',
  );
  if (kind?.numeric === true) return orderedCloseness(duck, relation, qi, `TRY_CAST(${sensitive} AS DOUBLE)`);
  const partition = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')}`;
  const [row] = await duck.query<{ t: number | null }>(
    `WITH pairs AS MATERIALIZED (${classValuesSql(relation, qi, sensitive)}),
       whole AS (SELECT v, sum(c) / (SELECT sum(c) FROM pairs) AS q FROM pairs GROUP BY v),
       shares AS (SELECT ${[...keys, 'v'].join(', ')}, c / sum(c) OVER (${partition}) AS p FROM pairs)
     SELECT max(t) AS t FROM (
       SELECT (sum(abs(p - q)) + 1 - sum(q)) / 2 AS t FROM shares JOIN whole ON shares.v IS NOT DISTINCT FROM whole.v
       ${keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')}`})`,
  );
  return Math.max(0, row?.t ?? 0);
}

/**
 * Streams (class, rank, count) in order and walks each class once: memory grows with distinct values, never with rows.
 */
async function orderedCloseness(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  value: string,
): Promise<number> {
  const order = await duck.query<{ c: number }>(
    `SELECT count(*) AS c FROM ${relation} GROUP BY ${value} ORDER BY ${value} NULLS FIRST`,
  );
  const rows = order.reduce((sum, { c }) => sum + c, 0);
  const cumulative = new Float64Array(order.length);
  const prefix = new Float64Array(order.length + 1);
  let seen = 0;
  for (const [index, { c }] of order.entries()) {
    seen += c;
    cumulative[index] = seen / rows;
    prefix[index + 1] = prefix[index]! + cumulative[index];
  }
  const keys = qi.map((_, index) => classKey(index));
  const classId =
    keys.length === 0 ? '1' : `dense_rank() OVER (ORDER BY ${keys.map((key) => `${key} NULLS FIRST`).join(', ')})`;
  const pairs = streamRows<[number, number, number]>(
    duck,
    `SELECT (${classId})::DOUBLE AS class, (dense_rank() OVER (ORDER BY v NULLS FIRST) - 1)::DOUBLE AS rank,
      c::DOUBLE AS c
     FROM (${classValuesSql(relation, qi, value)}) ORDER BY class, rank`,
  );
  let worst = 0;
  let current = -1;
  let ranks: number[] = [];
  let counts: number[] = [];
  const close = (): void => {
    if (ranks.length > 0)
      worst = Math.max(
        worst,
        orderedDistance(
          ranks,
          counts,
          counts.reduce((sum, count) => sum + count, 0),
          cumulative,
          prefix,
        ),
      );
  };
  for await (const batch of pairs) {
    for (const [group, rank, count] of batch) {
      if (group !== current) {
        close();
        [current, ranks, counts] = [group, [], []];
      }
      ranks.push(rank);
      counts.push(count);
    }
  }
  close();
  return worst;
}
