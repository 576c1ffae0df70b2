const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Why a file is taken for the export of a known system. */
export const channelMatchText = {
  questions: (first: string) => `The first column is “${first}” and most others are questions.`,
  columns: (names: readonly string[]) => `The columns ${quoted(names)} occur together only there.`,
  preamble: 'The lines above the table are those that it writes.',
  preambleAndColumns: (names: readonly string[]) =>
    `The lines above the table are those that it writes; the columns ${quoted(names)} occur together only there.`,
};
