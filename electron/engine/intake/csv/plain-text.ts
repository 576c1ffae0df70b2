import type { PlainText } from '../source.ts';
import type { Dialect } from './dialect.ts';
import type { RecordScan } from './record-scan.ts';

const isOneByte = (sign: string): boolean => /^[\0-\x7f]$/.test(sign);

/**
 * A text that DuckDB reads where it lies, as who reads its bytes sees it.
 * @returns undefined where that takes more than fields between delimiters: quotes or line ends inside them, short rows,
 *   empty lines, which are rows of a single column, or no line of names, before which a byte order mark may stand
 */
export function plainText(
  text: { path: string; bytes: number; dialect: Dialect; columns: number; fillShort: boolean },
  { rows, header, trickyQuotes, blankLines, nulBytes, lineEnds }: RecordScan,
): PlainText | undefined {
  const { path, bytes, columns, fillShort } = text;
  const { delimiter, quote } = text.dialect;
  const more = fillShort || trickyQuotes || blankLines > 0 || nulBytes > 0 || lineEnds.cr > 0 || columns < 2;
  if (more || header === null || !isOneByte(delimiter) || (quote !== '' && !isOneByte(quote))) return undefined;
  return { path, bytes, from: header.end + (lineEnds.crlf > 0 ? 2 : 1), rows, columns, delimiter, quote };
}
