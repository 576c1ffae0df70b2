/** What each privacy model is called and how it puts a measured value beside the wanted one. */
export const privacyModelsText = {
  'k-anonymity': {
    title: 'k-anonymity',
    explain: (value: number, wanted: number) => `The smallest class has ${value}, ${wanted} are wanted.`,
  },
  'distinct-l-diversity': {
    title: 'Distinct l-diversity',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" has at least ${value} different ${value === 1 ? 'value' : 'values'} in every class, ${wanted} ` +
      'are wanted.',
  },
  'entropy-l-diversity': {
    title: 'Entropy l-diversity',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" is at least as varied in every class as ${value.toFixed(2)} equally frequent values, ${wanted} ` +
      'are wanted.',
  },
  't-closeness': {
    title: 't-closeness',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" is at most ${value.toFixed(2)} away in any class from the whole table, ${wanted} is the most wanted.`,
  },
};
