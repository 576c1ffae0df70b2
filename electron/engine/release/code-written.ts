import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { withHashes } from '../run-recipe/hash-columns.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/**
 * Every row of a source as the recipe would write it, hashes as they are written, whether it may leave or not.
 * @throws Failure JOB_CANCELLED
 */
export async function codeWritten(
  rows: TransformedRows,
  keys: ReleaseKeys | null,
  signal: AbortSignal | undefined,
): Promise<CodedTable> {
  const { duck, compiled, hashes } = rows;
  const columns = compiled.outputs.map(({ name, physical }) => ({ name, sql: physical }));
  if (hashes.length === 0) return codeTable({ duck, relation: rows.table, columns, signal });
  const relation = quoteIdentifier(`written_${randomUUID()}`);
  try {
    await withHashes(rows, rows.table, keys, ({ from, written }) => {
      const list = columns.map(({ sql }) => `${written(sql)} AS ${sql}`).join(', ');
      return interruptible(duck, signal, () =>
        duck.run(`CREATE TEMP TABLE ${relation} AS SELECT ${list} FROM ${from}`),
      );
    });
    return await codeTable({ duck, relation, columns, signal });
  } finally {
    await duck.run(`DROP TABLE IF EXISTS ${relation}`);
  }
}
