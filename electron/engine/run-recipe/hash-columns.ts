import { keyedHashMacro } from '#shared/sql/duckdb/dialect.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { installKeyedHash, removeKeyedHash } from '#engine/analysis/keyed-hash.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { TransformedRows } from './transform-rows.ts';

/**
 * A column with fewer distinct values than this share of the rows is hashed value by value: a look-up costs a tenth of
 * an HMAC.
 */
const repeats = 0.2;

export interface HashedRows {
  /** FROM-clause expression: the kept rows with what `written` needs. */
  from: string;
  /**
   * SQL of an output as it is to be written. It holds a macro of the connection: fit for a SELECT list, never for
   * WHERE, JOIN or ORDER BY.
   */
  written(physical: string): string;
}

/**
 * Runs `work` while the rows' connection holds the keys of the hashes that were put off, and takes them off it again,
 * also after a failure. `keys` may be null only where nothing is to be hashed.
 */
export async function withHashes<T>(
  rows: TransformedRows,
  kept: string,
  keys: ReleaseKeys | null,
  work: (hashed: HashedRows) => Promise<T>,
): Promise<T> {
  const { duck, hashes } = rows;
  const held = new Map(
    [...new Set(hashes.map(({ keyName }) => keyName))].map((name) => [name, keys!.pseudonymKey(name)]),
  );
  const hashOf = (keyName: string, value: string): string => `${quoteIdentifier(keyedHashMacro(keyName))}(${value})`;
  const tables = new Map<string, string>();
  try {
    await installKeyedHash(duck, held);
    for (const { physical, keyName, distinct } of hashes) {
      if (distinct > repeats * rows.rows) continue;
      const table = `${rows.table.slice(0, -1)}_${physical}"`;
      tables.set(physical, table);
      await duck.run(
        `CREATE TEMP TABLE ${table} AS SELECT v, ${hashOf(keyName, 'v')} AS h FROM (SELECT DISTINCT ${physical} AS ` +
          `v FROM ${kept} WHERE ${physical} IS NOT NULL)`,
      );
    }
    const joins = [...tables].map(([physical, table]) => ({
      join: `LEFT JOIN ${table} ON t.${physical} = ${table}.v`,
      select: `${table}.h AS ${physical}_hash`,
    }));
    const from =
      joins.length === 0
        ? kept
        : `(SELECT t.*, ${joins.map(({ select }) => select).join(', ')} FROM ${kept} AS t ` +
          `${joins.map(({ join }) => join).join(' ')})`;
    const keyNames = new Map(hashes.map(({ physical, keyName }) => [physical, keyName]));
    const written = (physical: string): string => {
      const keyName = keyNames.get(physical);
      return keyName === undefined ? physical : tables.has(physical) ? `${physical}_hash` : hashOf(keyName, physical);
    };
    return await work({ from, written });
  } finally {
    await removeKeyedHash(duck, held.keys());
    for (const table of tables.values()) await duck.run(`DROP TABLE IF EXISTS ${table}`);
    for (const key of held.values()) key.fill(0);
  }
}
