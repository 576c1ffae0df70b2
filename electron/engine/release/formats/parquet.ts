import { quoteIdentifier } from '#shared/sql/quote.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import { copyRows, listOf, readName } from './copy-rows.ts';
import type { ReleaseFormat } from './release-format.ts';

/** Ends an identifier in DuckDB's interface, so a Parquet column cannot have it in its name. */
const parquetName = (name: string): string => name.replaceAll('\0', '\ufffd');

/** Apache Parquet, every column text. */
export const parquet: ReleaseFormat = {
  id: 'parquet',
  spreadsheet: false,
  emptyIsNull: false,
  keepsDigest: false,
  parsed: false,
  head: () => '',
  write: (input) =>
    copyRows(
      input,
      `SELECT ${listOf(input.columns, ({ name, physical }) => `${physical} AS ${quoteIdentifier(parquetName(name))}`)} ` +
        `FROM (${input.select})`,
      'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 122880',
    ),
  longestRow: async () => 0,
  readBack: async (_duck, { path, names }) =>
    `(SELECT * FROM ${readParquet(path)} AS written(${names.map((_, index) => readName(index)).join(', ')}))`,
};
