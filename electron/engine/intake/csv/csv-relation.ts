import { quoteText } from '#shared/sql/quote.ts';
import { wideFrom } from '#engine/analysis/open-duck.ts';
import { fileLiteral } from '../file-literal.ts';
import { type Dialect, duckLineSize } from './dialect.ts';

// Backslash sequences, as read_csv spells them.
const newLine = { lf: '\\n', crlf: '\\r\\n', cr: '\\r' };

/** What must be known of a file before DuckDB reads it. */
export interface TextFacts {
  /** Bytes of the longest record. */
  longest: number;
  /** What ends a record outside quotes: left to DuckDB, a line break in the first quoted field would be taken for it. */
  lineEnd: keyof typeof newLine;
  /** Fields hold line ends, or quotes without being quoted: the parallel reader refuses such files once they are large. */
  trickyQuotes: boolean;
  /** Rows with fewer fields than there are columns have empty cells at their end. */
  fillShort?: boolean;
}

/** A FROM-clause expression that reads a UTF-8 file with nothing left to detection: every column text, no comment lines, `""` kept apart from nothing. */
export function csvRelation(path: string, dialect: Dialect, columns: number, facts: TextFacts): string {
  const names = Array.from({ length: columns }, (_, index) => `'c${index + 1}': 'VARCHAR'`).join(', ');
  const lineSize = facts.longest > duckLineSize ? `, max_line_size = ${facts.longest + 1024}` : '';
  return `read_csv(${fileLiteral(path)}, auto_detect = false, columns = {${names}}, delim = ${quoteText(dialect.delimiter)}, quote = ${quoteText(dialect.quote)}, escape = ${quoteText(dialect.escape)}, `
    + `header = ${dialect.header}, new_line = '${newLine[facts.lineEnd]}', comment = '', nullstr = '', allow_quoted_nulls = false, compression = 'none', encoding = 'utf-8', null_padding = ${facts.fillShort === true}, parallel = ${!facts.trickyQuotes && !facts.fillShort && columns < wideFrom}${lineSize})`;
}
