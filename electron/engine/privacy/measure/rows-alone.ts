import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { countsPeople } from '../person/person-column.ts';
import { classesSql, type MeasuredColumn } from './classes.ts';

/** How many of the rows are in a class of one person, or of one row where rows are counted. */
export interface RowsAlone {
  rows: number;
  alone: number;
}

export interface SetsAlone {
  sets: RowsAlone[];
  /** Whether people are counted: some have several rows. */
  people: boolean;
}

/** Sets that are counted in one statement. */
const atATime = 50;

/** The rows that are alone, by how many rows are in classes of which size. */
export const aloneOf = (histogram: readonly { size: number; rows: number }[]): number =>
  histogram.find(({ size }) => size === 1)?.rows ?? 0;

/**
 * How many rows are alone over each set of columns: the measure of the unique rows of a risk check and of a recipe's
 * output, which `measureRisk` takes over one set. NULL is a value and an empty text another; values are compared by
 * hashes of 64 bits.
 *
 * @param relation FROM-clause expression; scanned once
 * @param person SQL of a column that tells people apart, where there is one; `countsPeople` says whether they are counted
 * @throws Failure JOB_CANCELLED
 */
export async function rowsAlone(
  duck: Duck,
  relation: string,
  sets: readonly (readonly MeasuredColumn[])[],
  { person, signal }: { person?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<SetsAlone> {
  if (sets.length === 0) return { sets: [], people: false };
  const keys = new Map([...new Set(sets.flat().map(({ sql }) => sql))].map((sql, at) => [sql, `k${at}`]));
  const hashes = [...keys].map(([sql, key]) => `hash(${sql}) AS ${key}`);
  const who =
    person === undefined ? [] : [`CASE WHEN nullif(${person}, '') IS NOT NULL THEN hash(${person}) END AS who`];
  const table = quoteIdentifier(`alone_${randomUUID()}`);
  return interruptible(duck, signal, async () => {
    await duck.run(`CREATE TEMP TABLE ${table} AS SELECT ${[...hashes, ...who].join(', ')} FROM ${relation}`);
    try {
      const people = person !== undefined && (await tellsPeople(duck, table));
      const found: RowsAlone[] = [];
      for (let from = 0; from < sets.length; from += atATime) {
        const parts = sets.slice(from, from + atATime).map((set, at) => {
          const columns = set.map(({ name, sql }) => ({ name, sql: keys.get(sql)! }));
          const classes = classesSql(table, columns, people ? 'who' : undefined);
          return (
            `SELECT ${at} AS place, coalesce(sum(r), 0)::BIGINT AS rows, ` +
            `coalesce(sum(r) FILTER (f = 1), 0)::BIGINT AS alone FROM (${classes})`
          );
        });
        found.push(
          ...(await duck.query<{ rows: number; alone: number }>(`${parts.join(' UNION ALL ')} ORDER BY place`)),
        );
      }
      return { sets: found.map(({ rows, alone }) => ({ rows: Number(rows), alone: Number(alone) })), people };
    } finally {
      await duck.run(`DROP TABLE IF EXISTS ${table}`);
    }
  });
}

async function tellsPeople(duck: Duck, table: string): Promise<boolean> {
  const [ids] = await duck.query<{ rows: number; filled: number; distinct: number }>(
    `SELECT count(*) AS rows, count(who) AS filled, count(DISTINCT who) AS "distinct" FROM ${table}`,
  );
  return ids !== undefined && countsPeople(ids);
}
