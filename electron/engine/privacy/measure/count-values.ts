import type { CountedClasses } from '#shared/privacy-models/privacy-model.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import { classKey, classValuesSql, type MeasuredColumn } from './classes.ts';

/**
 * The values of a sensitive column class by class, a missing one among them. Memory grows with the pairs of class and
 * value, so it is asked for only where a model judges by them.
 */
export async function countValues(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  sensitive: string,
): Promise<CountedClasses> {
  const keys = qi.map((_, at) => classKey(at));
  const group =
    keys.length === 0 ? '1' : `dense_rank() OVER (ORDER BY ${keys.map((key) => `${key} NULLS FIRST`).join(', ')})`;
  const codes = new Map<string | null, number>();
  const counts: number[] = [];
  const classes: { codes: number[]; counts: number[]; rows: number }[] = [];
  const pairs = streamRows<[number, string | null, number]>(
    duck,
    `SELECT (${group})::DOUBLE AS class, v, c::DOUBLE AS c FROM (${classValuesSql(relation, qi, sensitive)}) ORDER BY class, v`,
  );
  let last = 0;
  for await (const batch of pairs)
    for (const [at, value, count] of batch) {
      if (at !== last || classes.length === 0) classes.push({ codes: [], counts: [], rows: 0 });
      last = at;
      const code = codes.get(value) ?? codes.size;
      codes.set(value, code);
      counts[code] = (counts[code] ?? 0) + count;
      const one = classes.at(-1)!;
      one.codes.push(code);
      one.counts.push(count);
      one.rows += count;
    }
  return {
    table: { values: [...codes.keys()], counts, rows: counts.reduce((sum, count) => sum + count, 0) },
    classes,
  };
}
