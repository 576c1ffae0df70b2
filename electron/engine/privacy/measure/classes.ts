import { quoteIdentifier } from '#shared/sql/quote.ts';

/** A named column of a relation: `sql` is an expression over it, `name` what people call it. */
export interface MeasuredColumn {
  name: string;
  sql: string;
}

/** Names the quasi-identifiers inside the engine's own sub-queries: q1…qn, whatever the headers say. */
export const classKey = (index: number): string => quoteIdentifier(`q${index + 1}`);

const selectKeys = (qi: readonly MeasuredColumn[]): string[] =>
  qi.map((column, index) => `${column.sql} AS ${classKey(index)}`);

/**
 * One row per equivalence class: its keys q1…qn, `f` (people in it) and `r` (rows in it). Without a person column f =
 * r. NULL is a value of its own. Rows without a person id count as no further person, but a class never holds fewer
 * than one: the count errs low, which is the safe side. No quasi-identifier: all rows are one class; no rows: no class.
 */
export function classesSql(relation: string, qi: readonly MeasuredColumn[], person?: string): string {
  const size = person === undefined ? 'count(*)' : `greatest(1, count(DISTINCT ${person}))`;
  const measures = [`${size} AS f`, 'count(*) AS r'];
  if (qi.length === 0) return `SELECT ${measures.join(', ')} FROM ${relation} HAVING count(*) > 0`;
  return (
    `SELECT ${[...selectKeys(qi), ...measures].join(', ')} FROM ${relation} GROUP BY ` +
    `${qi.map((_, index) => index + 1).join(', ')}`
  );
}

/** One row per class and sensitive value: keys q1…qn, `v` (the value) and `c` (rows). */
export function classValuesSql(relation: string, qi: readonly MeasuredColumn[], sensitive: string): string {
  const keys = selectKeys(qi);
  return (
    `SELECT ${[...keys, `${sensitive} AS v`, 'count(*) AS c'].join(', ')} FROM ${relation} GROUP BY ` +
    `${[...keys, 'v'].map((_, index) => index + 1).join(', ')}`
  );
}
