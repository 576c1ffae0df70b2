/** How the text of a delimited file is cut into records and fields. `quote` '' means that no character quotes. */
export interface Dialect {
  delimiter: string;
  quote: string;
  /** Equal to `quote` (a doubled quote stands for one) or a backslash. */
  escape: string;
  header: boolean;
  /** Physical lines before the header or the first row. */
  skipLines: number;
}

/**
 * A record longer than this is set aside instead of being read: it is either damage (a quote never closed) or no table
 * cell.
 */
export const longestRecord = 8 * 1024 * 1024;

/** DuckDB's own limit where nothing else is said; longer lines need a larger buffer. */
export const duckLineSize = 2_000_000;

/** Lines without anything in their cells, as programs write them: nothing, quotes, or one space between delimiters. */
export const emptyLines = ({ delimiter, quote }: Dialect, columns: number): string[] => {
  const cells = ['', ...(quote === '' ? [] : [quote + quote]), ...(delimiter === ' ' ? [] : [' '])];
  return cells.map((cell) => Array.from({ length: columns }, () => cell).join(delimiter));
};
