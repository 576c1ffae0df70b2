import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { readJsonLines } from '#engine/analysis/readers.ts';
import { copyRows, lineBounds, listOf, longestOf, readName } from './copy-rows.ts';
import type { OutputColumn, ReleaseFormat } from './release-format.ts';
import { shortest, truth } from './stored-types.ts';

/** A number or a truth value is JSON as it stands. */
const valueOf = ({ physical, stored }: OutputColumn): string => (stored === undefined ? physical : `${physical}::JSON`);

/** SQL of one row as a JSON object. */
const objectOf = (columns: readonly OutputColumn[]): string =>
  `json_object(${listOf(columns, (column) => `${duckDialect.text(column.name)}, ${valueOf(column)}`)})::VARCHAR`;

/** RFC 6901: a name as a step of a JSON pointer. */
const pointer = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Bytes that the reader makes room for. */
export const largestObject = (longestRow: number): number => Math.max(16_777_216, longestRow);

/** A FROM item of texts, from one whose column `json` holds the rows. */
export function jsonTexts(names: readonly string[], objects: string): string {
  const columns = names.map(
    (name, index) => `json_extract_string(json, ${duckDialect.text(pointer(name))}) AS ${readName(index)}`,
  );
  return `(SELECT ${columns.join(', ')} FROM ${objects})`;
}

/** One JSON object a line. */
export const jsonl: ReleaseFormat = {
  id: 'jsonl',
  spreadsheet: false,
  emptyIsNull: false,
  keepsDigest: false,
  parsed: true,
  stores: [truth, shortest],
  head: () => '',
  write: (input) =>
    copyRows(
      input,
      `SELECT ${objectOf(input.columns)} FROM (${input.select})`,
      "FORMAT csv, HEADER false, QUOTE '', ESCAPE ''",
    ),
  async longestRow(rows) {
    const { text, names } = await lineBounds(rows);
    return 3 * text + names < 16_000_000 ? 0 : 1 + (await longestOf(rows, `strlen(${objectOf(rows.columns)})`));
  },
  readBack: async (_duck, { path, names, longestRow }) =>
    jsonTexts(names, readJsonLines(path, largestObject(longestRow))),
};
