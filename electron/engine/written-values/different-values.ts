import { randomUUID } from 'node:crypto';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';

/** The different values of a column. */
export interface DifferentValues {
  /** FROM-clause expression of the filled ones: `v`, the text, and `n`, how many cells it is in. */
  table: string;
  /** The same with the empty text among them where a cell has it; `v` alone. */
  texts: string;
  /** Cells with a value. */
  filled: number;
  /** How many different filled values, approximately. */
  distinct: number;
  /** SHA-256 (hex) over all filled values and how many cells each is in. @throws Failure JOB_CANCELLED */
  digest(): Promise<string>;
  drop(): Promise<void>;
}

/** @param sql of the cells, texts or their numbers. @throws Failure JOB_CANCELLED */
export async function gatherValues(
  duck: Duck,
  relation: string,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<DifferentValues> {
  const gathered = `different_${randomUUID().replaceAll('-', '')}`;
  const drop = (): Promise<void> => duck.run(`DROP TABLE IF EXISTS ${gathered}`);
  const table = `(SELECT v, n FROM ${gathered} WHERE v <> '')`;
  await interruptible(duck, signal, () =>
    duck.run(
      `CREATE TEMP TABLE ${gathered} AS SELECT v::VARCHAR AS v, n FROM (SELECT ${sql} AS v, count(*) AS n FROM ` +
        `${relation} GROUP BY 1) WHERE v IS NOT NULL`,
    ),
  );
  const [sizes] = await duck.query<{ filled: number; distinct: number }>(
    `SELECT coalesce(sum(n), 0)::BIGINT AS filled, approx_count_distinct(v)::BIGINT AS "distinct" FROM ${table}`,
  );
  return {
    table,
    texts: `(SELECT v FROM ${gathered})`,
    ...sizes!,
    async digest() {
      const all = `string_agg(n || ' ' || strlen(v) || ' ' || v, ' ' ORDER BY v)`;
      const [found] = await interruptible(duck, signal, () =>
        duck.query<{ digest: string | null }>(`SELECT sha256(${all}) AS digest FROM ${table}`),
      );
      return found?.digest ?? '';
    },
    drop,
  };
}
