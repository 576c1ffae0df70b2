import { quoteText } from '#shared/sql/quote.ts';

/**
 * The path as DuckDB must be told it: `*`, `?` and `[` in a path are taken for a pattern that may match other files.
 */
export const patternOf = (path: string): string => path.replace(/[*?[]/g, '[$&]');

/** SQL text that names exactly this file. */
export const fileLiteral = (path: string): string => quoteText(patternOf(path));

/** What an instance must be allowed to read this one file: the pattern that is asked for and the path it stands for. */
export const readablePaths = (path: string): string[] => [...new Set([path, patternOf(path)])];
