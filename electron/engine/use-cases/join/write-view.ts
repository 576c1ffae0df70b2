import { rm } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { checkFile } from '#engine/intake/check-file.ts';
import { hashFile } from '#engine/intake/hash-file.ts';
import type { JoinInHand } from './open-join.ts';

/** The columns of a view as its dataset has them: the person's key first. */
export const columnsOfDataset = ({ view }: Pick<JoinInHand, 'view'>): SourceColumn[] =>
  [view.key, ...view.columns.map(({ name }) => name)].map((name, at) => ({
    name,
    physical: `c${at + 1}`,
    header: name,
  }));

/**
 * Writes a view's rows into a new DuckDB database: `data` as every dataset has it, and `origin`, which row of which
 * source each row was made of (`n` from 0, `l` and `r`; null where there is none). What is half written is removed.
 * @param pairs table of the rows by number
 * @param directory private working directory
 * @returns SHA-256 and bytes of the rows as CSV, which lies nowhere afterwards
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function writeView(
  join: JoinInHand,
  pairs: string,
  { database, directory, id }: { database: string; directory: string; id: string },
): Promise<{ sha256: string; bytes: number }> {
  const { duck, sides, view, signal } = join;
  const run = (sql: string): Promise<void> => interruptible(duck, signal, () => duck.run(sql));
  const columns = columnsOfDataset(join);
  const from = [
    'p.person',
    ...view.columns.map(({ side, from: source }) => `${side === 'left' ? 'a' : 'b'}.${sides[side].sql(source)}`),
  ];
  const clear = joinPath(directory, `${id}.joined.csv`);
  try {
    await duck.run(`ATTACH ${quoteText(database)} AS joined_view`);
    await run(
      `CREATE TABLE joined_view.data AS SELECT ${from.map((sql, at) => `${sql} AS ${columns[at]!.physical}`).join(', ')} ` +
        `FROM ${pairs} p LEFT JOIN ${sides.left.relation} a ON a.rowid = p.l LEFT JOIN ${sides.right.relation} b ON ` +
        'b.rowid = p.r ORDER BY p.n',
    );
    await run(`CREATE TABLE joined_view.origin AS SELECT n, l, r FROM ${pairs} ORDER BY n`);
    const named = columns.map(({ name, physical }) => `${physical} AS ${quoteIdentifier(name)}`);
    await run(`COPY (SELECT ${named.join(', ')} FROM joined_view.data) TO ${quoteText(clear)} (FORMAT csv, HEADER)`);
    await duck.run('DETACH joined_view');
    const file = await checkFile(clear);
    return { sha256: await hashFile(file, () => undefined, signal), bytes: file.bytes };
  } catch (error) {
    await duck.run('DETACH joined_view').catch(() => undefined);
    for (const path of [database, `${database}.wal`]) await rm(path, { force: true });
    throw error;
  } finally {
    await rm(clear, { force: true });
  }
}
