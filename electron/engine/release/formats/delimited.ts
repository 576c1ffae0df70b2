import type { OutputFormat } from '#shared/domain/output-formats.ts';
import type { TextForm } from '#shared/domain/text-form.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { readCsv } from '#engine/analysis/readers.ts';
import { copyRows, lineBounds, listOf, readName } from './copy-rows.ts';
import type { ReleaseFormat } from './release-format.ts';

/** A field of delimited text, quoted where it has to be; empty text is, so that it stays apart from nothing. */
export const delimitedField = (text: string, delimiter: string): string =>
  text === '' || /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;

const newLines = { lf: '\\n', crlf: '\\r\\n', cr: '\\r' } as const;

/**
 * Text with one row a line, quoted as RFC 4180 says, its fields parted by `delimiter`. It is written with LF.
 * @param readWith the line ends that it is read back with, where others were put there
 */
export const delimited = (
  id: OutputFormat,
  delimiter: string,
  readWith: TextForm['lineEnds'] = 'lf',
): ReleaseFormat => ({
  id,
  spreadsheet: true,
  emptyIsNull: false,
  keepsDigest: false,
  parsed: true,
  stores: [],
  // Headers keep their own words, repeated ones too.
  head: (columns) => `${columns.map(({ header }) => delimitedField(neutralised(header), delimiter)).join(delimiter)}\n`,
  // An empty line is no row to many readers, so in a single column nothing is written as "".
  write: (input) =>
    copyRows(
      input,
      `SELECT ${listOf(input.columns, ({ physical }) => (input.columns.length === 1 ? `coalesce(${physical}, '')` : physical))} ` +
        `FROM (${input.select})`,
      `FORMAT csv, HEADER false, DELIMITER ${delimiter === '\t' ? "E'\\t'" : quoteText(delimiter)}`,
    ),
  async longestRow(rows) {
    const { text, names } = await lineBounds(rows);
    return Math.max(text, names);
  },
  async readBack(_duck, { path, names, longestRow, headed = true }) {
    const line = Math.max(2_097_152, longestRow);
    const columns = names.map((_, index) => readName(index));
    const written = readCsv(path, {
      columns,
      delimiter,
      quote: '"',
      escape: '"',
      header: headed,
      newLine: newLines[readWith],
      fillShort: false,
      parallel: true,
      longestLine: line,
      buffer: Math.max(33_554_432, line + 1_048_576),
    });
    return columns.length === 1 ? `(SELECT nullif(${columns[0]}, '') AS ${columns[0]} FROM ${written})` : written;
  },
});
