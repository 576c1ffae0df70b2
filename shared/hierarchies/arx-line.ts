const inQuotes = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/**
 * A line of a hierarchy as ARX writes it, without its end: fields between semicolons; in quotes where one holds a
 * semicolon, a quote or a line break, or begins or ends with a blank. `quoteAll`: every field in quotes.
 */
export const arxLine = (fields: readonly string[], quoteAll = false): string =>
  fields
    .map((value) => (quoteAll || /[;"\n\r]/.test(value) || value !== value.trim() ? inQuotes(value) : value))
    .join(';');
