/** A format that releases are written in: its name in certificates, what dialogs call it, and its endings. */
interface OutputFormatName {
  readonly id: string;
  readonly called: string;
  /** Without the dot; the first is the one that dialogs offer. */
  readonly endings: readonly [string, ...string[]];
}

/** Every format, in the order in which dialogs offer them. How each is written and read back: `engine/release/formats`. */
export const outputFormats = [
  { id: 'csv', called: 'CSV', endings: ['csv'] },
  { id: 'tsv', called: 'TSV', endings: ['tsv', 'tab'] },
  { id: 'jsonl', called: 'JSON Lines', endings: ['jsonl', 'ndjson'] },
  { id: 'json', called: 'JSON', endings: ['json'] },
  { id: 'parquet', called: 'Parquet', endings: ['parquet'] },
  { id: 'xlsx', called: 'Excel workbook', endings: ['xlsx'] },
  { id: 'sqlite', called: 'SQLite database', endings: ['sqlite', 'sqlite3', 'db'] },
] as const satisfies readonly OutputFormatName[];

export type OutputFormat = (typeof outputFormats)[number]['id'];

/** What parts the fields of the formats that are delimited text: UTF-8, quoted as RFC 4180 says, one row a line. */
export const delimiters: Partial<Record<OutputFormat, string>> = { csv: ',', tsv: '\t' };

/** Whether a file of this name is written as delimited text. */
export function isDelimited(fileName: string): boolean {
  const format = formatOfEnding(fileName.slice(fileName.lastIndexOf('.') + 1));
  return format !== undefined && delimiters[format] !== undefined;
}

/** The format that an ending (without the dot, in any case) stands for. */
export const formatOfEnding = (ending: string): OutputFormat | undefined =>
  outputFormats.find(({ endings }) => (endings as readonly string[]).includes(ending.toLowerCase()))?.id;
