/** The only place that quotes a SQL identifier: any header may be a column name. */
export const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The only place that quotes a SQL text literal. For paths and settings; a cell value goes through a parameter. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
