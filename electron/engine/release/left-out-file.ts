import { join } from 'node:path';
import { quoteText } from '#shared/sql/quote.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { withHashes } from '../run-recipe/hash-columns.ts';
import type { MeasuredOutput } from './measure-output.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/**
 * The rows that are not written, as the recipe makes them, in a Parquet file of the private directory: with the written
 * file they are the recipe applied to the whole source, so whoever reads both can say which written row equals exactly
 * one source row.
 * @returns its path; null where every row is written
 */
export async function writeLeftOut(
  rows: TransformedRows,
  measured: MeasuredOutput,
  input: { keys: ReleaseKeys | null; directory: string; signal?: AbortSignal | undefined },
): Promise<string | null> {
  const { leftOut } = measured;
  if (leftOut === null) return null;
  const path = join(input.directory, 'left-out.parquet');
  await withHashes(rows, leftOut, input.keys, ({ from, written }) => {
    const columns = rows.compiled.outputs.map(({ physical }) => `${written(physical)} AS ${physical}`);
    return interruptible(rows.duck, input.signal, () =>
      rows.duck.run(`COPY (SELECT ${columns.join(', ')} FROM ${from}) TO ${quoteText(path)} (FORMAT parquet)`),
    );
  });
  return path;
}
