import { readName } from './copy-rows.ts';
import type { OutputColumn, ReleaseFormat } from './release-format.ts';

/** How delimited text is laid out for whoever takes it up: which output stands where, and what stands above it. */
export interface FileLayout {
  /** `output`: the display name of an output column; null: a column that has to be there and stays empty. */
  columns: readonly { header: string; output: string | null }[];
  /** Whether the headers are written. */
  headed: boolean;
}

/**
 * A delimited format whose columns stand as a layout says. Read back it gives the outputs in their own order again.
 * Every output has a place in the layout.
 */
export function laidOut(format: ReleaseFormat, { columns, headed }: FileLayout): ReleaseFormat {
  const placed = (outputs: readonly OutputColumn[]): OutputColumn[] =>
    columns.map(({ header, output }, at) => {
      const found = outputs.find(({ name }) => name === output);
      return { physical: found?.physical ?? `empty${at}`, header, name: header };
    });
  return {
    ...format,
    head: (outputs) => (headed ? format.head(placed(outputs)) : ''),
    write: (input) => {
      const laid = placed(input.columns);
      const sql = laid.map(({ physical }, at) =>
        columns[at]!.output === null ? `NULL::VARCHAR AS ${physical}` : physical,
      );
      return format.write({ ...input, columns: laid, select: `SELECT ${sql.join(', ')} FROM (${input.select})` });
    },
    longestRow: async (rows) => (await format.longestRow(rows)) + 64 * columns.length,
    async readBack(duck, file, signal) {
      const names = columns.map(({ header }) => header);
      const from = await format.readBack(duck, { ...file, names, headed }, signal);
      const places = file.names.map((name) => columns.findIndex(({ output }) => output === name));
      return `(SELECT ${places.map((at, own) => `${readName(at)} AS ${readName(own)}`).join(', ')} FROM ${from})`;
    },
  };
}
