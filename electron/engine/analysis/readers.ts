import { quoteText } from '#shared/sql/quote.ts';
import { fileLiteral } from './file-literal.ts';

// The only place that names a reading function of the data engine. Each of its guesses is spelled out: a test asks the
// engine for the options that it has, and fails on one that is neither set here nor listed as left alone, with the
// reason.

/** Of a path nothing becomes data: a folder `email=ada@example.org` is no column, and neither is the file's name. */
const nothingOfThePath =
  'filename = false, hive_partitioning = false, hive_types_autocast = false, union_by_name = false';

/** How delimited text is to be read. */
export interface CsvReading {
  columns: readonly string[];
  delimiter: string;
  quote: string;
  escape: string;
  header: boolean;
  /** What ends a record outside quotes, as SQL text with backslash sequences. */
  newLine: '\\n' | '\\r\\n' | '\\r';
  /** Rows with fewer fields have nothing in their last columns. */
  fillShort: boolean;
  parallel: boolean;
  /** Bytes of the longest line, where the engine's own limit is too small. */
  longestLine?: number | undefined;
  /** Bytes read at once; must hold a line. */
  buffer?: number | undefined;
}

/**
 * A FROM item that reads one UTF-8 text file with nothing left to detection: every column text, no comment lines, `""`
 * kept apart from nothing.
 */
export function readCsv(
  path: string,
  { columns, delimiter, quote, escape, header, newLine, fillShort, parallel, longestLine, buffer }: CsvReading,
): string {
  const types = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  const sizes =
    `${longestLine === undefined ? '' : `, max_line_size = ${longestLine}`}` +
    `${buffer === undefined ? '' : `, buffer_size = ${buffer}`}`;
  return (
    `read_csv(${fileLiteral(path)}, auto_detect = false, columns = {${types}}, delim = ${quoteText(delimiter)}, ` +
    `quote = ${quoteText(quote)}, ` +
    `escape = ${quoteText(escape)}, header = ${header}, skip = 0, new_line = '${newLine}', comment = '', nullstr = ` +
    `'', allow_quoted_nulls = false, ` +
    `null_padding = ${fillShort}, ignore_errors = false, store_rejects = false, normalize_names = false, ` +
    `compression = 'none', ` +
    `encoding = 'utf-8', parallel = ${parallel}, ${nothingOfThePath}${sizes})`
  );
}

/** A FROM item that reads one Parquet file as it lies. */
export const readParquet = (path: string): string =>
  `read_parquet(${fileLiteral(path)}, binary_as_string = false, file_row_number = false, ${nothingOfThePath})`;

/** A FROM item with a row for each piece of a column of a Parquet file: how it is packed and written. */
export const parquetParts = (path: string): string => `parquet_metadata(${fileLiteral(path)})`;

/** A FROM item with one row, whose `num_rows` the footer of a Parquet file states. */
export const parquetFooter = (path: string): string => `parquet_file_metadata(${fileLiteral(path)})`;

/** A FROM item with one row for each item of a file that is one JSON array; its column `json` is the item. */
export const readJsonArray = (path: string, largest: number): string =>
  `read_json_objects(${fileLiteral(path)}, format = 'array', compression = 'uncompressed', ` +
  `ignore_errors = false, maximum_object_size = ${largest}, ${nothingOfThePath})`;

/** A FROM item with one row for each line of a JSON Lines file; its column `json` is the line. */
export const readJsonLines = (path: string, largest: number): string =>
  `read_ndjson_objects(${fileLiteral(path)}, format = 'newline_delimited', compression = 'uncompressed', ` +
  `ignore_errors = false, maximum_object_size = ${largest}, ${nothingOfThePath})`;
