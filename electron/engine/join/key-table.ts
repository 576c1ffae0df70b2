import { createHmac, createSecretKey } from 'node:crypto';
import type { JoinKeyKind } from '#shared/domain/joined-view.ts';
import { appendRows } from '#engine/analysis/append-rows.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { normaliseKey } from './normalise-key.ts';

/** Makes the keyed hash of a normalised key. */
export type HashKey = (kind: JoinKeyKind, key: string) => string;

/**
 * HMAC-SHA-256, hexadecimal, over the kind and the key: the same number as an id and as a telephone is two people.
 * @param key 32 bytes, which are wiped: from here on the key is nowhere but in what is returned
 */
export function keyHasher(key: Uint8Array): HashKey {
  const secret = createSecretKey(key);
  key.fill(0);
  return (kind, value) => createHmac('sha256', secret).update(`${kind}\u0000${value}`, 'utf8').digest('hex');
}

/** A key column that is to be hashed. */
export interface KeyColumn {
  /** FROM-clause expression; its rowid is the row's number. */
  relation: string;
  /** SQL of the column's text. */
  sql: string;
  kind: JoinKeyKind;
  callingCode: string;
}

/** What was found of the keys, in rows. */
export interface KeyTable {
  /** Name of a table of `rid` and `person`: rows without a person are not in it. */
  table: string;
  emptyKeys: number;
  unreadableKeys: number;
  /** People whose key is spelled in several ways. */
  respelled: number;
}

/** Values that are hashed before other work gets its turn. */
const page = 20_000;

/**
 * A table of who is in which row. The key never leaves this process, and neither the data engine nor what is made holds
 * it; values stay in the dataset.
 * @param name of the table: a plain word that nothing else is called by
 * @throws Failure JOB_CANCELLED
 */
export async function makeKeyTable(
  duck: Duck,
  name: string,
  column: KeyColumn,
  { hash, signal }: { hash: HashKey; signal: AbortSignal | undefined },
): Promise<KeyTable> {
  const { relation, sql, kind, callingCode } = column;
  const [table, values, people] = [name, `${name}_values`, `${name}_people`];
  const run = (statement: string): Promise<void> => interruptible(duck, signal, () => duck.run(statement));
  await run(
    `CREATE TEMP TABLE ${values} AS SELECT row_number() OVER () AS n, v, c FROM (SELECT ${sql} AS v, count(*) AS c FROM ` +
      `${relation} WHERE ${sql} IS NOT NULL GROUP BY 1)`,
  );
  let unreadableKeys = 0;
  await appendRows(duck, people, ['n', 'person'], async (add) => {
    for (let from = 0; ; from += page) {
      const cells = await duck.texts(
        `SELECT v, c::VARCHAR, n::VARCHAR FROM ${values} WHERE n > ${from} AND n <= ${from + page} ORDER BY n`,
      );
      const [found = [], rows = [], numbers = []] = cells;
      if (found.length === 0) break;
      for (const [at, value] of found.entries()) {
        const normalised = normaliseKey(kind, value, callingCode);
        if (normalised === 'unreadable') unreadableKeys += Number(rows[at]);
        else if (normalised !== null) add([numbers[at] ?? null, hash(kind, normalised.key)]);
      }
      await breathe(signal);
    }
  });
  await run(
    `CREATE TEMP TABLE ${table} AS SELECT d.rowid AS rid, p.person FROM ${relation} d JOIN ${values} v ON ` +
      `${sql} = v.v JOIN ${people} p ON p.n::BIGINT = v.n`,
  );
  const [told] = await duck.query<{ all: number; keyed: number; respelled: number }>(
    `SELECT (SELECT count(*) FROM ${relation}) AS "all", (SELECT count(*) FROM ${table}) AS keyed, (SELECT count(*) FROM ` +
      `(SELECT person FROM ${people} GROUP BY person HAVING count(*) > 1)) AS respelled`,
  );
  await duck.run(`DROP TABLE ${values}`);
  await duck.run(`DROP TABLE ${people}`);
  const { all, keyed, respelled } = told!;
  return { table, unreadableKeys, emptyKeys: all - keyed - unreadableKeys, respelled };
}
