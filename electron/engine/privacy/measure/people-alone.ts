import type { PeopleAlone } from '#shared/domain/risk-check.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { classesSql, type MeasuredColumn } from './classes.ts';

/**
 * How many people have a row in a class of nobody else. Without a person column these are the rows in classes of one; rows
 * without an id are of one further person a class.
 */
export async function measureAlone(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  person: string | undefined,
): Promise<PeopleAlone> {
  const told = (people: number, of: number): PeopleAlone => ({ people, of, share: of === 0 ? 0 : people / of });
  if (person === undefined) {
    const [row] = await duck.query<{ alone: number | null; rows: number | null }>(
      `SELECT sum(r) FILTER (f = 1)::BIGINT AS alone, sum(r)::BIGINT AS rows FROM (${classesSql(relation, qi)})`,
    );
    return told(row?.alone ?? 0, row?.rows ?? 0);
  }
  const who = `any_value(${person})`;
  const many = `count(DISTINCT ${person})`;
  const grouping = qi.length === 0 ? 'HAVING count(*) > 0' : `GROUP BY ${qi.map(({ sql }) => sql).join(', ')}`;
  const [row] = await duck.query<{ alone: number; nobody: number; people: number }>(
    `SELECT count(DISTINCT who) AS alone, count(*) FILTER (who IS NULL) AS nobody,
       (SELECT ${many} FROM ${relation}) AS people
     FROM (SELECT ${who} AS who FROM ${relation} ${grouping}${qi.length === 0 ? ' AND' : ' HAVING'} ${many} <= 1)`,
  );
  const nobody = row?.nobody ?? 0;
  return told((row?.alone ?? 0) + nobody, (row?.people ?? 0) + nobody);
}
