import { randomUUID } from 'node:crypto';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';

/** Rows some of whose columns hold the numbers of their texts (ENUM): many cells are told apart by few numbers. */
export interface CodedRows {
  /** FROM-clause expression. */
  relation: string;
  /** Their SQL names. */
  columns: ReadonlySet<string>;
}

/** The different filled values of a column. */
export interface DifferentValues {
  /** Temporary table: `v`, the text, and `n`, how many cells it is in. */
  table: string;
  /** SHA-256 (hex) over all values and how many cells each is in. @throws Failure JOB_CANCELLED */
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
  const table = `different_${randomUUID().replaceAll('-', '')}`;
  await interruptible(duck, signal, () =>
    duck.run(
      `CREATE TEMP TABLE ${table} AS SELECT v::VARCHAR AS v, n FROM (SELECT ${sql} AS v, count(*) AS n FROM ` +
        `${relation} GROUP BY 1) WHERE nullif(v::VARCHAR, '') IS NOT NULL`,
    ),
  );
  return {
    table,
    async digest() {
      const all = `string_agg(n || ' ' || strlen(v) || ' ' || v, ' ' ORDER BY v)`;
      const [found] = await interruptible(duck, signal, () =>
        duck.query<{ digest: string | null }>(`SELECT sha256(${all}) AS digest FROM ${table}`),
      );
      return found?.digest ?? '';
    },
    drop: () => duck.run(`DROP TABLE IF EXISTS ${table}`),
  };
}
