import type { ValueCounts } from '#shared/contract/datasets.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { filled } from './column-values.ts';
import type { ShapeSource } from './column-shape.ts';

/** Values that are named at most, the commonest first. */
const mostValues = 50;

/**
 * How many rows hold each value of a column. A value is named only where at least `least` people share it; all others
 * are told together, and not even so where they are fewer than that.
 */
export async function valueCounts(
  { duck, relation, person, least }: ShapeSource,
  physical: string,
): Promise<ValueCounts> {
  const value = filled(quoteIdentifier(physical));
  const people = person ? `count(DISTINCT ${quoteIdentifier(person.physical)})` : 'count(*)';
  const rows = await duck.query<{ v: string; n: number }>(
    `SELECT v, count(*) AS n FROM (SELECT ${value} AS v, * FROM ${relation}) WHERE v IS NOT NULL GROUP BY v HAVING ` +
      `${people} >= ${least} ORDER BY n DESC, v LIMIT ${mostValues}`,
  );
  const named = rows.map(({ v, n }) => ({ value: String(v), count: Number(n) }));
  const list = named.map((_, at) => `$${at + 1}`).join(', ');
  const [rest] = await duck.query<{ kinds: number; n: number; people: number }>(
    `SELECT count(DISTINCT v) AS kinds, count(*) AS n, ${people} AS people FROM (SELECT ${value} AS v, * FROM ` +
      `${relation}) WHERE v IS NOT NULL${named.length === 0 ? '' : ` AND v NOT IN (${list})`}`,
    named.map((one) => one.value),
  );
  const other = { kinds: Number(rest?.kinds ?? 0), rows: Number(rest?.n ?? 0) };
  return {
    least,
    values: named,
    others: other.kinds === 0 ? null : Number(rest!.people) >= least ? other : { kinds: null, rows: null },
  };
}
