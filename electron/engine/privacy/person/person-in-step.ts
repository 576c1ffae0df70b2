import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { someAtATime } from '#engine/analysis/some-at-a-time.ts';
import { countsPeople } from './person-column.ts';

export interface InStep {
  column: SourceColumn;
  people: number;
  /** Values that occur more than once, and those of them that always come with the same quasi-identifiers. */
  groups: number;
  agreeing: number;
}

/** Fewer people than this agree by chance; values with more rows than this are shops or towns, not people. */
const fewestPeople = 5;
const mostRowsEach = 200;
/** A few people move or are mistyped. */
const nearlyAll = 0.95;
/** Where two rows agree so often anyway, agreeing says nothing. */
const commonplace = 0.5;
const mostTried = 40;

const filled = (sql: string): string => `nullif(trim(${sql}), '')`;

/** Columns whose values repeat, few enough people first: of an order and its customer, the customer. */
async function repeating(
  duck: Duck,
  relation: string,
  columns: readonly SourceColumn[],
): Promise<{ column: SourceColumn; people: number }[]> {
  const found: { column: SourceColumn; people: number }[] = [];
  for (const some of someAtATime(columns)) {
    const counts = some.map(
      ({ physical }, at) =>
        `count(${filled(quoteIdentifier(physical))}) AS f${at}, count(DISTINCT ` +
        `${filled(quoteIdentifier(physical))}) AS d${at}`,
    );
    const [row] = await duck.query<Record<string, number>>(
      `SELECT count(*) AS n, ${counts.join(', ')} FROM ${relation}`,
    );
    some.forEach((column, at) => {
      const ids = {
        rows: Number(row?.['n'] ?? 0),
        filled: Number(row?.[`f${at}`] ?? 0),
        distinct: Number(row?.[`d${at}`] ?? 0),
      };
      if (countsPeople(ids) && ids.distinct >= fewestPeople && ids.filled / ids.distinct <= mostRowsEach)
        found.push({ column, people: ids.distinct });
    });
  }
  return found.sort((a, b) => a.people - b.people).slice(0, mostTried);
}

/**
 * A column that tells people apart by what its values do: each comes with the same quasi-identifiers in all of its
 * rows, though two rows of the file rarely agree in them. Its name and type say nothing. Null where there is none.
 */
export async function personInStep(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  columns: readonly SourceColumn[],
): Promise<InStep | null> {
  if (qi.length === 0) return null;
  const key = `hash(${qi.map(({ sql }) => sql).join(', ')})`;
  const [whole] = await duck.query<{ agree: number | null }>(
    `SELECT sum(n * n) / (sum(n) * sum(n)) AS agree FROM (SELECT count(*)::DOUBLE AS n FROM ${relation} GROUP BY ` +
      `${key})`,
  );
  if ((whole?.agree ?? 1) > commonplace) return null;
  const used = new Set(qi.map(({ name }) => name));
  for (const { column, people } of await repeating(
    duck,
    relation,
    columns.filter(({ name }) => !used.has(name)),
  )) {
    const value = filled(quoteIdentifier(column.physical));
    const [row] = await duck.query<{ groups: number; agreeing: number }>(
      `SELECT count(*) AS groups, count(*) FILTER (kinds = 1) AS agreeing FROM
       (SELECT count(DISTINCT ${key}) AS kinds FROM ${relation} WHERE ${value} IS NOT NULL GROUP BY ${value} HAVING count(*) > 1)`,
    );
    const groups = Number(row?.groups ?? 0);
    const agreeing = Number(row?.agreeing ?? 0);
    if (groups >= fewestPeople && agreeing >= nearlyAll * groups) return { column, people, groups, agreeing };
  }
  return null;
}
