/**
 * Sentences of the data engine. A `message` is DuckDB's own, without the values it may have quoted; a `file` is a name
 * without its folder.
 */
export const analysisText = {
  refused: (message: string) => `The data engine refused a statement: ${message}`,
  stopped: (message: string) => `The data engine stopped while rows were read: ${message}`,
  unreadable: (file: string) =>
    `“${file}” cannot be read to its end: it is damaged, or holds what cannot be read here; get it again, or ` +
    'export the table as CSV.',
  needsMemory: (file: string) =>
    `“${file}” needs more memory than reading a file may take: split it, or leave out columns that are not needed.`,
};
