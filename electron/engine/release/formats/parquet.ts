import { quoteIdentifier } from '#shared/sql/quote.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import { copyRows, listOf, readName } from './copy-rows.ts';
import type { OutputColumn, ReleaseFormat } from './release-format.ts';
import { binary, date, decimal, integer, moment, truth, type StoredType } from './stored-types.ts';

/** Ends an identifier in DuckDB's interface, so a Parquet column cannot have it in its name. */
const parquetName = (name: string): string => name.replaceAll('\0', '\ufffd');

/** The data engine's types that Parquet's are written from. */
const typeOf = (stored: StoredType): string =>
  stored.startsWith('decimal')
    ? stored.replace('decimal(', 'DECIMAL(18, ')
    : { boolean: 'BOOLEAN', integer: 'BIGINT', number: 'DOUBLE', date: 'DATE', datetime: 'TIMESTAMP' }[
        stored as Exclude<StoredType, `decimal(${number})`>
      ];

const written = ({ physical, stored }: OutputColumn): string =>
  stored === undefined ? physical : `${physical}::${typeOf(stored)}`;

/** Apache Parquet. */
export const parquet: ReleaseFormat = {
  id: 'parquet',
  spreadsheet: false,
  emptyIsNull: false,
  keepsDigest: false,
  parsed: false,
  stores: [truth, integer, decimal, binary, date, moment],
  head: () => '',
  write: (input) =>
    copyRows(
      input,
      `SELECT ${listOf(input.columns, (column) => `${written(column)} AS ${quoteIdentifier(parquetName(column.name))}`)} ` +
        `FROM (${input.select})`,
      'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 122880',
    ),
  longestRow: async () => 0,
  readBack: async (_duck, { path, names }) =>
    `(SELECT ${names.map((_, at) => `${readName(at)}::VARCHAR AS ${readName(at)}`).join(', ')} FROM ` +
    `${readParquet(path)} AS written(${names.map((_, index) => readName(index)).join(', ')}))`,
};
