import type { Duck } from '#engine/analysis/open-duck.ts';

/** What somebody finds who looks at every column of an output. */
export interface AllColumns {
  /** Rows whose combination over all columns occurs once. */
  unique: number;
  /** Those of them that no other row of the source would equal either, were it written too. */
  relinkable: number;
}

type Counted = Record<keyof AllColumns, number>;

/** Of more columns a second reading costs more than it saves. */
const mostHashed = 250;

/**
 * Counts over all columns of the rows that are written. A written row equals exactly one source row under the recipe
 * when it is alone among the written rows and none of the rows left out looks like it: together the two are the recipe
 * applied to the whole source.
 * @param columns SQL names, the same in both relations
 * @param leftOut FROM-clause expression of the rows that are not written, as they would have been; null where all are
 */
export async function countAllColumns(
  duck: Duck,
  columns: readonly string[],
  written: string,
  leftOut: string | null,
): Promise<AllColumns> {
  const list = columns.join(', ');
  const part = (relation: string, mark: number): string => `SELECT ${list}, ${mark} AS written FROM ${relation}`;
  const rows = leftOut === null ? part(written, 1) : `${part(written, 1)} UNION ALL ${part(leftOut, 0)}`;
  const told = 'count(*) FILTER (w = 1) AS "unique", count(*) FILTER (w = 1 AND n = 1) AS relinkable';
  const sizes = 'sum(written) AS w, count(*) AS n';
  if (columns.length > mostHashed) {
    const [found] = await duck.query<Counted>(`SELECT ${told} FROM (SELECT ${sizes} FROM (${rows}) GROUP BY ${list})`);
    return found!;
  }
  // Rows that read the same have the same hash, so that one alone with its hash is alone; only the others are compared
  // themselves. To group all rows by all their texts would hold every one of them.
  const hash = `hash(${list})`;
  const [found] = await duck.query<Counted>(
    `WITH hashes AS MATERIALIZED (SELECT ${hash} AS h, ${sizes} FROM (${rows}) GROUP BY 1), ` +
      `compared AS (SELECT ${sizes} FROM (${rows}) SEMI JOIN (SELECT h FROM hashes WHERE n > 1) ON ${hash} = h ` +
      `GROUP BY ${list}) ` +
      'SELECT sum("unique")::BIGINT AS "unique", sum(relinkable)::BIGINT AS relinkable FROM ' +
      `(SELECT ${told} FROM hashes WHERE n = 1 UNION ALL SELECT ${told} FROM compared)`,
  );
  return found!;
}

/**
 * Rows of `written` that agree with exactly one row of `other` in all of the columns; none where there is nothing to
 * agree in.
 */
export async function countJoined(
  duck: Duck,
  columns: readonly string[],
  written: string,
  other: string,
): Promise<number> {
  if (columns.length === 0) return 0;
  const list = columns.join(', ');
  const rows = `SELECT ${list}, 1 AS here FROM ${written} UNION ALL SELECT ${list}, 0 AS here FROM ${other}`;
  const [found] = await duck.query<{ n: number | null }>(
    `SELECT sum(here)::BIGINT AS n FROM (SELECT sum(here) AS here, count(*) - sum(here) AS there FROM (${rows}) ` +
      `GROUP BY ${list}) WHERE there = 1`,
  );
  return found?.n ?? 0;
}
