import { count, counted } from '../numbers.ts';

/** Sentences of Parquet files. */
export const parquetText = {
  readAsText:
    'Parquet states the type of every column; values are read as text exactly as they are; nested fields ' +
    'are columns of their own, lists are JSON.',
  ownRows: 'The rows of the file; lists inside them can be opened as tables.',
  noSuchTable: (tables: readonly string[]) =>
    tables.length === 0
      ? 'A Parquet file is one table: leave the table out.'
      : `There is no table of that name: choose ${tables.map((name) => `“${name}”`).join(' or ')}.`,
  cutOff: (file: string) => `“${file}” begins like a Parquet file but has no proper end: it was cut off; get it again.`,
  encrypted: (file: string) => `“${file}” is an encrypted Parquet file: export it without encryption.`,
  unknownCodec: (file: string, codec: 'LZ4' | 'LZO') =>
    `“${file}” is packed with ${codec === 'LZ4' ? 'the old LZ4 of Hadoop' : codec}, which is not read here: write it again with Zstandard, Snappy or gzip.`,
  unknownEncoding: (file: string, encoding: string) =>
    `“${file}” writes its values as ${encoding}, which is not read here for this kind of values: write it again with ` +
    'plain or dictionary encoding.',
  noRows: (file: string) => `“${file}” has columns and no rows: export it again with data.`,
  otherRowCount: (file: string, states: number, holds: number) =>
    `“${file}” states ${counted(states, 'row')} and holds ${count(holds)}: it is damaged; get it again.`,
  damaged: (file: string) =>
    `“${file}” is a damaged Parquet file: its pages or its footer cannot be read; get it again.`,
};
