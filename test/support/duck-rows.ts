import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';

export type TextRow = (string | null)[];

/** A real DuckDB in a private directory that goes away with it. */
export async function openTestDuck(): Promise<{ duck: Duck; close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'custos-duck-'));
  const duck = await openDuck({ directory, memoryLimitMb: 512, threads: 2 });
  return {
    duck,
    close: async () => {
      duck.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A table of text columns c1…cn in row order, as the engine sees a source. */
export async function tableOf(duck: Duck, name: string, columns: number, rows: TextRow[]): Promise<void> {
  const ids = Array.from({ length: columns }, (_, index) => `c${index + 1}`);
  await duck.run(`CREATE OR REPLACE TABLE ${quoteIdentifier(name)} (${ids.map((id) => `${id} VARCHAR`).join(', ')})`);
  for (let start = 0; start < rows.length; start += 200) {
    const part = rows.slice(start, start + 200);
    const parameters = part.flat();
    const values = part.map((_, row) => `(${ids.map((_id, index) => `$${row * columns + index + 1}`).join(', ')})`);
    await duck.run(`INSERT INTO ${quoteIdentifier(name)} VALUES ${values.join(', ')}`, parameters);
  }
}

/** The rows of a SELECT as arrays of its columns, in order. */
export const rowsOf = async (duck: Duck, sql: string): Promise<TextRow[]> =>
  (await duck.query(sql)).map((row) => Object.values(row) as TextRow);
