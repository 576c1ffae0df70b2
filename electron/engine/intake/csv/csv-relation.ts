import { quoteText } from '#shared/sql/quote.ts';
import { fileLiteral } from '../file-literal.ts';
import { type Dialect, duckLineSize } from './dialect.ts';

// Backslash sequences, as read_csv spells them.
const newLine = { lf: '\\n', crlf: '\\r\\n', cr: '\\r' };

/**
 * A FROM-clause expression that reads a UTF-8 file with nothing left to detection: every column text, no comment lines, `""` kept
 * apart from nothing.
 * @param longest bytes of the longest record
 * @param lineEnd what ends a record outside quotes: left to DuckDB, a line break in the first quoted field would be taken for it
 */
export function csvRelation(path: string, dialect: Dialect, columns: number, longest: number, lineEnd: 'lf' | 'crlf' | 'cr'): string {
  const names = Array.from({ length: columns }, (_, index) => `'c${index + 1}': 'VARCHAR'`).join(', ');
  const lineSize = longest > duckLineSize ? `, max_line_size = ${longest + 1024}` : '';
  return `read_csv(${fileLiteral(path)}, auto_detect = false, columns = {${names}}, delim = ${quoteText(dialect.delimiter)}, quote = ${quoteText(dialect.quote)}, escape = ${quoteText(dialect.escape)}, `
    + `header = ${dialect.header}, new_line = '${newLine[lineEnd]}', comment = '', nullstr = '', allow_quoted_nulls = false, compression = 'none', encoding = 'utf-8'${lineSize})`;
}
