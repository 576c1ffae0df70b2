import { extname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { releaseText } from '#shared/text/engine/release.ts';

export type OutputFormat = 'csv' | 'tsv' | 'jsonl' | 'parquet' | 'xlsx';

const endings: Record<string, OutputFormat> = {
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.parquet': 'parquet',
  '.xlsx': 'xlsx',
};

/** The format an output's ending stands for. @throws Failure WRONG_USAGE for any other ending */
export function outputFormat(path: string): OutputFormat {
  const format = endings[extname(path).toLowerCase()];
  if (format === undefined) throw new Failure('WRONG_USAGE', releaseText.endingUnknown);
  return format;
}

/** Formats whose cells a spreadsheet may take for formulas. */
export const isSpreadsheetFormat = (format: OutputFormat): boolean =>
  format === 'csv' || format === 'tsv' || format === 'xlsx';
