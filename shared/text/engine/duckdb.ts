import { shortName } from '../names.ts';

const asParquet = 'write the table out as Parquet and open that';

/** Sentences of DuckDB files. */
export const duckDbText = {
  unreadable: (file: string) =>
    `“${file}” is a DuckDB database that cannot be read: it is damaged, was cut off, or was copied while it was written; ` +
    'get it again.',
  encrypted: (file: string) => `“${file}” is an encrypted DuckDB database: open it where its key is and ${asParquet}.`,
  newer: (file: string, version: bigint, newest: bigint, writer: string | null) =>
    `“${file}” is a DuckDB database of storage version ${version}${writer === null ? '' : ` (DuckDB ${writer})`}; ` +
    `versions up to ${newest} are read here: ${asParquet}.`,
  older: (file: string, version: bigint, oldest: bigint) =>
    `“${file}” is a DuckDB database of storage version ${version}, older than ${oldest}, which is the first that is read ` +
    `here: open it with the DuckDB that made it and ${asParquet}.`,
  viewFails: (file: string, view: string) =>
    `The view ${shortName(view)} of “${file}” cannot be worked out: it fails, or reads something outside the file; choose ` +
    'another table, or write out what it shows as Parquet.',
  growsTooMuch: (file: string) => `What is read of “${file}” becomes far larger than the file is: ${asParquet}.`,
  takesTooLong: (file: string) => `“${file}” takes longer to read than a DuckDB file of its size may: ${asParquet}.`,
  stopped: (file: string) =>
    `“${file}” stopped half-way while it was read: it is damaged; get it again, or ${asParquet}.`,
};
