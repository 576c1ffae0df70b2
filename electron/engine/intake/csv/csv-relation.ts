import { wideFrom } from '#engine/analysis/open-duck.ts';
import { readCsv } from '#engine/analysis/readers.ts';
import { type Dialect, duckLineSize } from './dialect.ts';

// Backslash sequences, as read_csv spells them.
const newLine = { lf: '\\n', crlf: '\\r\\n', cr: '\\r' } as const;

/** What must be known of a file before DuckDB reads it. */
export interface TextFacts {
  /** Bytes of the longest record. */
  longest: number;
  /**
   * What ends a record outside quotes: left to DuckDB, a line break in the first quoted field would be taken for it.
   */
  lineEnd: keyof typeof newLine;
  /**
   * Fields hold line ends, or quotes without being quoted: the parallel reader refuses such files once they are large.
   */
  trickyQuotes: boolean;
  /** Rows with fewer fields than there are columns have empty cells at their end. */
  fillShort?: boolean;
}

/** A FROM-clause expression that reads a UTF-8 file in columns c1…cn. */
export const csvRelation = (
  path: string,
  { delimiter, quote, escape, header }: Dialect,
  columns: number,
  facts: TextFacts,
): string =>
  readCsv(path, {
    columns: Array.from({ length: columns }, (_, index) => `c${index + 1}`),
    delimiter,
    quote,
    escape,
    header,
    newLine: newLine[facts.lineEnd],
    fillShort: facts.fillShort === true,
    parallel: !facts.trickyQuotes && !facts.fillShort && columns < wideFrom,
    longestLine: facts.longest > duckLineSize ? facts.longest + 1024 : undefined,
  });
