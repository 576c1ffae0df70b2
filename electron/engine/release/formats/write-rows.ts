import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';
import { Failure } from '#shared/contract/failure.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { streamRows } from '#engine/analysis/stream-rows.ts';
import type { SheetDigest } from '#engine/intake/xlsx/sheet-digest.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { OutputFormat } from './output-format.ts';

export interface WriteInput {
  duck: Duck;
  /** SELECT that yields the physical columns in their order, the rows in theirs. */
  select: string;
  /** `header` is the text above a column, which may repeat; `name` is unique among the outputs. */
  columns: { physical: string; header: string; name: string }[];
  format: OutputFormat;
  /** File inside the private working directory. */
  path: string;
  rows: number;
  /** Told every text of a workbook. */
  digest: SheetDigest | null;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** What Excel's file format can hold (ECMA-376; limits of Excel 2007 and later). */
const sheet = { rows: 1_048_576, columns: 16_384, cell: 32_767 };

const csvField = (text: string, delimiter: string): string =>
  text === '' || /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

/** The header line of a text format, empty for the others. Headers keep their own words, repeated ones too. */
export function headerLine(columns: WriteInput['columns'], format: OutputFormat): string {
  if (format !== 'csv' && format !== 'tsv') return '';
  const delimiter = format === 'csv' ? ',' : '\t';
  return `${columns.map((column) => csvField(neutralised(column.header), delimiter)).join(delimiter)}\n`;
}

/** SQL of one row as a JSON object. */
export const jsonLine = (columns: readonly { physical: string; name: string }[]): string =>
  `json_object(${columns.map(({ name, physical }) => `${duckDialect.text(name)}, ${physical}`).join(', ')})::VARCHAR`;

/** Ends an identifier in DuckDB's interface, so a Parquet column cannot have it in its name. */
const parquetName = (name: string): string => name.replaceAll('\0', '\ufffd');

/**
 * Writes the rows, without `headerLine`. The same rows give the same bytes. @throws Failure TARGET_UNWRITABLE for a
 * sheet too large for XLSX
 */
export async function writeRows(input: WriteInput): Promise<void> {
  const { duck, columns, path, format } = input;
  const list = (columnSql: (column: WriteInput['columns'][number]) => string): string =>
    columns.map(columnSql).join(', ');
  const copy = (select: string, options: string): Promise<void> =>
    interruptible(
      duck,
      input.signal,
      () => duck.run(`COPY (${select}) TO ${quoteText(path)} (${options})`),
      input.onShare,
    );
  switch (format) {
    case 'csv':
    case 'tsv':
      // An empty line is no row to many readers, so in a single column nothing is written as "".
      return copy(
        `SELECT ${list((column) => (columns.length === 1 ? `coalesce(${column.physical}, '')` : column.physical))} ` +
          `FROM (${input.select})`,
        `FORMAT csv, HEADER false, DELIMITER ${format === 'csv' ? "','" : "E'\\t'"}`,
      );
    case 'jsonl':
      return copy(
        `SELECT ${jsonLine(columns)} FROM (${input.select})`,
        "FORMAT csv, HEADER false, QUOTE '', ESCAPE ''",
      );
    case 'parquet':
      return copy(
        `SELECT ${list((column) => `${column.physical} AS ${quoteIdentifier(parquetName(column.name))}`)} FROM ` +
          `(${input.select})`,
        'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 122880',
      );
    case 'xlsx':
      return writeSheet(input);
  }
}

/** A row of nothing gets one empty text, or the sheet would end before it. */
async function writeSheet({ duck, select, columns, path, rows, digest, signal }: WriteInput): Promise<void> {
  if (rows + 1 > sheet.rows || columns.length > sheet.columns)
    throw new Failure(
      'TARGET_UNWRITABLE',
      releaseText.tooLargeForSheet({ rows: sheet.rows - 1, columns: sheet.columns }, rows, columns.length),
    );
  async function* cells(): AsyncGenerator<(string | null)[]> {
    const heads = columns.map((column) => neutralised(column.header, 'cells'));
    digest?.add(heads, columns.length);
    yield heads.map(sheetText);
    for await (const batch of streamRows<(string | null)[]>(
      duck,
      `SELECT ${columns.map((column) => column.physical).join(', ')} FROM (${select})`,
    )) {
      throwIfCancelled(signal);
      for (const row of batch) {
        digest?.add(row, columns.length);
        yield row.every((cell) => cell === null) ? [''] : row.map((cell) => (cell === null ? null : sheetText(cell)));
      }
    }
  }
  const bytes = writeXlsxStream(cells(), { name: releaseText.sheet, zip64: rows * columns.length > 4_000_000 });
  await interruptible(duck, signal, () =>
    pipeline(Readable.fromWeb(bytes as ReadableStream), createWriteStream(path, { mode: 0o600 }), { signal }),
  );
}

/**
 * What XML 1.0 cannot hold, and text that looks like an escape, is written as the format asks (ST_Xstring: `_xHHHH_`),
 * so that every reader finds the same text. A cell longer than Excel's limit is refused, never cut.
 */
function sheetText(text: string): string {
  if (text.length > sheet.cell) throw new Failure('TARGET_UNWRITABLE', releaseText.cellTooLong(sheet.cell));
  const escaped = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return (
    text
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, escaped)
  );
}
