import { numbered } from '../numbers.ts';

/** `custos import`. */
export const importText = {
  description: 'bring a dataset into a workspace',
  file: 'CSV, TSV, JSON, JSON Lines, Parquet, XLSX, SQLite or DuckDB file',
  channel: 'how the data was collected, e.g. website-analytics (recognised where possible)',
  informed: 'how people were informed of the collection',
  examples: ['custos import customers.csv --workspace Acme.custos'],
  imported: (file: string, rows: number, columns: number, setAside: number) =>
    `Imported ${file}: ${numbered(rows, 'row')} × ${numbered(columns, 'column')}, ${numbered(setAside, 'row')} set ` +
    'aside.',
  detected: (option: string, value: string, reason: string) => `  ${option}: ${value} (${reason})`,
  warning: (sentence: string) => `  ! ${sentence}`,
  badRow: (line: number, detail: string) => `  ! line ${line}: ${detail}`,
  news: (mark: string, sentence: string, detail: string) =>
    `  ${mark} ${sentence}${detail === '' ? '' : `\n      ${detail}`}`,
  notChecked: (why: string) =>
    `The dataset is there, but the guardrails could not be run against the edition before: ${why}`,
  entered: (entry: number) => `Kept as entry ${entry} of the register.`,
  more: (rows: number) => `  ! … and ${rows} more.`,
};
