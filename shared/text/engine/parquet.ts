import { count, counted } from '../numbers.ts';

/** Sentences of Parquet files. */
export const parquetText = {
  readAsText: 'Parquet states the type of every column; values are read as text exactly as they are, nested ones as JSON.',
  cutOff: (file: string) => `“${file}” begins like a Parquet file but has no proper end: it was cut off; get it again.`,
  encrypted: (file: string) => `“${file}” is an encrypted Parquet file: export it without encryption.`,
  noRows: (file: string) => `“${file}” has columns and no rows: export it again with data.`,
  otherRowCount: (file: string, states: number, holds: number) => `“${file}” states ${counted(states, 'row')} and holds ${count(holds)}: it is damaged; get it again.`,
  damaged: (file: string) => `“${file}” is a damaged Parquet file: its pages or its footer cannot be read; get it again.`,
};
