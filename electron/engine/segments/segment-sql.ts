import type { SegmentMethod } from '#shared/domain/segments.ts';
import { scores, segmentOfScores } from '#shared/segments/rfm-grid.ts';
import { segmentsOf, unknownSegment } from '#shared/segments/segments-of.ts';
import { quoteText } from '#shared/sql/quote.ts';

/** SQL of what a row says; null: nothing of the kind is read. */
export interface RowSql {
  /** FROM-clause expression. */
  relation: string;
  /** Who it is about; NULL: nobody. */
  person: string;
  /** Days since a purchase; negative: still to come. */
  days: string | null;
  orders: string | null;
  amount: string | null;
}

/**
 * One row a person: `pid`, `days` since the last purchase, `orders`, `amount`, each NULL where it is not known. Of
 * orders the last is taken, all are counted and added up; of a customer's rows the latest, most and highest.
 */
export function peopleSql({ relation, person, days, orders, amount }: RowSql, rowsAre: 'customers' | 'orders'): string {
  const cells =
    `SELECT ${person} AS pid, ${days ?? 'NULL::DOUBLE'} AS days, ${orders ?? 'NULL::DOUBLE'} AS orders, ` +
    `${amount ?? 'NULL::DOUBLE'} AS amount FROM ${relation}`;
  const past = days === null ? '' : ' FILTER (days >= 0)';
  const each =
    rowsAre === 'orders'
      ? `nullif(count(*)${past}, 0) AS orders, sum(amount)${past} AS amount`
      : 'max(orders) AS orders, max(amount) AS amount';
  return `SELECT pid, min(days) FILTER (days >= 0) AS days, ${each} FROM (${cells}) WHERE pid IS NOT NULL GROUP BY pid`;
}

/**
 * Step 1 to `steps` of a value by where the middle of its equals lies among all (ridits, Bross 1958): equal values have
 * equal steps, whatever their order.
 */
function step(value: string, steps: number, direction: 'ASC' | 'DESC' = 'ASC'): string {
  const before = `2 * (rank() OVER (PARTITION BY known ORDER BY ${value} ${direction}) - 1)`;
  const equals = `count(*) OVER (PARTITION BY known, ${value})`;
  return `(1 + (${steps} * (${before} + ${equals})) // (2 * count(*) OVER (PARTITION BY known)))`;
}

const grid = (): string =>
  `[${scores.flatMap((recency) => scores.map((buying) => quoteText(segmentOfScores(recency, buying)))).join(', ')}]`;

/** Which values a method needs of a person. */
export function neededOf(
  by: SegmentMethod,
  has: { orders: boolean; amount: boolean },
): ('days' | 'orders' | 'amount')[] {
  if (by !== 'rfm') return ['amount'];
  return ['days', ...(has.orders ? (['orders'] as const) : []), ...(has.amount ? (['amount'] as const) : [])];
}

/**
 * `pid`, `segment` and `amount` of each of the people (docs/definitions.md, "Segments").
 * @param needed values without which a person's segment is not known
 */
export function segmentSql(
  people: string,
  by: SegmentMethod,
  needed: readonly ('days' | 'orders' | 'amount')[],
): string {
  const known = needed.map((part) => `${part} IS NOT NULL`).join(' AND ');
  const unknown = quoteText(unknownSegment);
  const all = `(SELECT *, ${known} AS known FROM (${people}))`;
  if (by === 'rfm') {
    const bought = needed.filter((part) => part !== 'days').map((part) => step(part, 5));
    const buying = bought.length === 2 ? `(${bought.join(' + ')}) // 2` : bought[0]!;
    return (
      `SELECT pid, CASE WHEN known THEN ${grid()}[5 * (recency - 1) + buying] ELSE ${unknown} END AS segment, amount ` +
      `FROM (SELECT *, ${step('days', 5, 'DESC')} AS recency, ${buying} AS buying FROM ${all})`
    );
  }
  if (by === 'deciles') {
    const ids = `[${segmentsOf('deciles').slice(0, 10).toReversed().map(quoteText).join(', ')}]`;
    return (
      `SELECT pid, CASE WHEN known THEN ${ids}[decile] ELSE ${unknown} END AS segment, amount ` +
      `FROM (SELECT *, ${step('amount', 10)} AS decile FROM ${all})`
    );
  }
  const paid = 'greatest(amount, 0)';
  const higher =
    `coalesce(sum(${paid}) OVER (PARTITION BY known ORDER BY amount DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND ` +
    `1 PRECEDING), 0) / nullif(sum(${paid}) OVER (PARTITION BY known), 0)`;
  return (
    `SELECT pid, CASE WHEN NOT known THEN ${unknown} WHEN amount <= 0 THEN 'nothing-spent' WHEN higher < 0.8 THEN 'a' ` +
    `WHEN higher < 0.95 THEN 'b' ELSE 'c' END AS segment, amount FROM (SELECT *, ${higher} AS higher FROM ${all})`
  );
}
