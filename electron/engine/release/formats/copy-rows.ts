import { quoteText } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { OutputColumn, RowsToMeasure, WriteInput } from './release-format.ts';

/** Lets the data engine write what `select` gives into the file. */
export const copyRows = ({ duck, path, signal, onShare }: WriteInput, select: string, options: string): Promise<void> =>
  interruptible(duck, signal, () => duck.run(`COPY (${select}) TO ${quoteText(path)} (${options})`), onShare);

/** A list of SELECT, one expression a column. */
export const listOf = (columns: readonly OutputColumn[], sql: (column: OutputColumn) => string): string =>
  columns.map(sql).join(', ');

/** The largest value of an expression over the kept rows; 0 where there are none. */
export const longestOf = async ({ duck, kept }: RowsToMeasure, sql: string): Promise<number> =>
  (await duck.query<{ n: number | null }>(`SELECT max(${sql})::BIGINT AS n FROM ${kept}`))[0]?.n ?? 0;

/** Bounds of a line of quoted fields, and of all names. Quoting at most doubles a field and puts three signs around it. */
export async function lineBounds(rows: RowsToMeasure): Promise<{ text: number; names: number }> {
  const sizes = listOf(rows.columns, ({ physical }) => `strlen(${physical})`);
  return {
    text: 2 * (await longestOf(rows, `list_sum([${sizes}])`)) + 3 * rows.columns.length + 1,
    names: 8 * rows.columns.reduce((sum, { name }) => sum + name.length + 1, 0),
  };
}

/** Name of a column in the file as it is read back. */
export const readName = (index: number): string => `o${index + 1}`;
