import type { Duck } from './open-duck.ts';

/** Rows at the head of a relation that say how its columns repeat. */
export const headRows = 20_000;

/** Columns measured by one statement. */
const atATime = 40;

/**
 * What the head of a relation says of a column: cells that hold anything, different ones, bytes of one on average, and
 * its first and last text in their order (cell values; null where it has none).
 */
export interface HeadFacts {
  filled: number;
  distinct: number;
  bytes: number;
  first: string | null;
  last: string | null;
}

let heads = 0;
const textOf = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);

/**
 * What the first rows say of each column; null of a relation that has no more of them.
 * @param list quoted names
 */
export async function headFacts(duck: Duck, relation: string, list: readonly string[]): Promise<HeadFacts[] | null> {
  const name = `custos_head_${(heads += 1)}`;
  await duck.run(`CREATE TEMP TABLE ${name} AS SELECT ${list.join(', ')} FROM ${relation} LIMIT ${headRows + 1}`);
  try {
    const [count] = await duck.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`);
    if (Number(count?.rows) <= headRows) return null;
    const facts: HeadFacts[] = [];
    while (facts.length < list.length) {
      const some = list.slice(facts.length, facts.length + atATime);
      const measures = some.map(
        (c, at) =>
          `count(${c}) AS f${at}, count(DISTINCT ${c}) AS d${at}, avg(strlen(${c})) AS b${at}, min(${c}) AS a${at}, max(${c}) AS z${at}`,
      );
      const [row = {}] = await duck.query(`SELECT ${measures.join(', ')} FROM ${name}`);
      for (const at of some.keys())
        facts.push({
          filled: Number(row[`f${at}`]),
          distinct: Number(row[`d${at}`]),
          bytes: Number(row[`b${at}`] ?? 0),
          first: textOf(row[`a${at}`]),
          last: textOf(row[`z${at}`]),
        });
    }
    return facts;
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${name}`).catch(() => undefined);
  }
}
