import { copyFile } from 'node:fs/promises';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { duckDbText } from '#shared/text/engine/duckdb.ts';
import { duckFailure } from '#engine/analysis/duck-failure.ts';
import { readablePaths } from '#engine/analysis/file-literal.ts';
import { type Duck, memoryFor, openDuck } from '#engine/analysis/open-duck.ts';
import { databaseName } from './list-tables.ts';
import type { DuckDbTask } from './task.ts';

/** What another program has written and not yet taken into the file, beside it. */
const ahead = '.wal';

const held = /could not set lock/i;

/**
 * Opens the database read-only where it lies, in an instance that sees nothing else; where another program has it open
 * for writing, a copy in the working directory.
 * @throws Failure FILE_DAMAGED where it cannot be read
 */
export async function attach({ path, fileName, directory, work }: DuckDbTask): Promise<Duck> {
  const duck = await openDuck({
    directory,
    readable: [path, `${path}${ahead}`].flatMap(readablePaths),
    reads: { fileName, unreadable: duckDbText.unreadable },
    memoryLimitMb: memoryFor(0),
  });
  const take = (from: string) => `ATTACH ${quoteText(from)} AS ${quoteIdentifier(databaseName(fileName))} (READ_ONLY)`;
  try {
    const failed: unknown = await duck.raw.run(take(path)).then(
      () => null,
      (error: unknown) => error,
    );
    if (failed === null) return duck;
    if (!held.test(String(failed))) throw duckFailure(failed, duck.reads);
    const copy = `${work}copy.duckdb`;
    await copyFile(path, copy);
    await copyFile(`${path}${ahead}`, `${copy}${ahead}`).catch(() => undefined);
    await duck.run(take(copy));
    return duck;
  } catch (error) {
    duck.close();
    throw error;
  }
}
