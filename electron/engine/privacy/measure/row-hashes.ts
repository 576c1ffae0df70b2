import { randomUUID } from 'node:crypto';
import type { Risk } from '#shared/domain/risk.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { AllColumns } from './all-columns.ts';
import { classesSql, type MeasuredColumn } from './classes.ts';

/** Of more columns the statement is planned longer than it saves. */
const mostHashed = 250;

export interface RowsHashed {
  /** FROM-clause expression of the rows. */
  relation: string;
  qi: readonly MeasuredColumn[];
  /** All columns, by their SQL names. */
  columns: readonly string[];
}

export interface CountedByHash {
  /** Sizes of classes; null where most rows are in classes with others, which are then counted by their texts. */
  histogram: Risk['histogram'] | null;
  /** Rows alone over all columns, where no row is left out. */
  alone: AllColumns;
}

/**
 * Sizes of classes and rows alone over all columns, from one reading of the rows. Rows that read the same have the same
 * hash, so that one alone with its hash is a class of its own; rows whose hashes meet are compared by their texts, so
 * that no collision counts. To group all rows by all their texts would hold every one of them.
 * @returns null where there is nothing to gain by it
 */
export async function countByHash(duck: Duck, { relation, qi, columns }: RowsHashed): Promise<CountedByHash | null> {
  if (qi.length === 0 || columns.length > mostHashed) return null;
  const table = `hashed_${randomUUID().replaceAll('-', '')}`;
  const keys = `hash(${qi.map(({ sql }) => sql).join(', ')})`;
  const all = `hash(${columns.join(', ')})`;
  await duck.run(`CREATE TEMP TABLE ${table} AS SELECT ${keys} AS key, ${all} AS whole FROM ${relation}`);
  try {
    return {
      histogram: await sizesOf(duck, { relation, qi, keys, table }),
      alone: await aloneOf(duck, { relation, columns, all, table }),
    };
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

type Shared = { alone: number; shared: number };

const sharedIn = async (duck: Duck, table: string, hash: string): Promise<Shared> => {
  const [told] = await duck.query<Shared>(
    'SELECT count(*) FILTER (n = 1) AS alone, coalesce(sum(n) FILTER (n > 1), 0)::BIGINT AS shared FROM ' +
      `(SELECT count(*) AS n FROM ${table} GROUP BY ${hash})`,
  );
  return told!;
};

/** FROM-clause expression of the rows whose hash others have, too. */
const sharing = (relation: string, sql: string, { table, hash }: { table: string; hash: string }): string =>
  `(SELECT * FROM ${relation} SEMI JOIN (SELECT ${hash} AS shared_hash FROM ${table} GROUP BY 1 HAVING count(*) > 1) ` +
  `ON ${sql} = shared_hash)`;

async function sizesOf(
  duck: Duck,
  { relation, qi, keys, table }: { relation: string; qi: RowsHashed['qi']; keys: string; table: string },
): Promise<CountedByHash['histogram']> {
  const { alone, shared } = await sharedIn(duck, table, 'key');
  if (shared > alone) return null;
  const compared =
    shared === 0
      ? []
      : await duck.query<Risk['histogram'][number]>(
          'SELECT f AS size, count(*) AS classes, sum(r)::BIGINT AS rows FROM ' +
            `(${classesSql(sharing(relation, keys, { table, hash: 'key' }), qi)}) GROUP BY f ORDER BY f`,
        );
  // Rows whose hashes meet although they differ are classes of their own, too.
  const met = compared.find(({ size }) => size === 1)?.rows ?? 0;
  const single = alone + met;
  return [
    ...(single === 0 ? [] : [{ size: 1, classes: single, rows: single }]),
    ...compared.filter(({ size }) => size > 1),
  ];
}

async function aloneOf(
  duck: Duck,
  { relation, columns, all, table }: { relation: string; columns: readonly string[]; all: string; table: string },
): Promise<AllColumns> {
  const { alone, shared } = await sharedIn(duck, table, 'whole');
  if (shared === 0) return { unique: alone, relinkable: alone };
  const [met] = await duck.query<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${sharing(relation, all, { table, hash: 'whole' })} ` +
      `GROUP BY ${columns.join(', ')} HAVING count(*) = 1)`,
  );
  return { unique: alone + met!.n, relinkable: alone + met!.n };
}
