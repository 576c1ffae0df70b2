/** Sentences of the data engine. A `message` is DuckDB's own, without the values it may have quoted. */
export const analysisText = {
  refused: (message: string) => `The data engine refused a statement: ${message}`,
  stopped: (message: string) => `The data engine stopped while rows were read: ${message}`,
};
