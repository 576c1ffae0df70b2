/** What each privacy model is called, what its settings may be, and how it puts a measured value beside the wanted one. */
export const privacyModelsText = {
  'k-anonymity': {
    title: 'k-anonymity',
    allowed: 'It has one setting: k, a whole number from 1 to 1,000,000.',
    explain: (value: number, wanted: number) => `The smallest class has ${value}, ${wanted} are wanted.`,
  },
  'distinct-l-diversity': {
    title: 'Distinct l-diversity',
    allowed: 'It has one setting: l, a whole number from 1 to 1,000,000.',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" has at least ${value} different ${value === 1 ? 'value' : 'values'} in every class, ${wanted} ` +
      'are wanted.',
  },
  'entropy-l-diversity': {
    title: 'Entropy l-diversity',
    allowed: 'It has one setting: l, a number from 1 to 1,000,000.',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" is at least as varied in every class as ${value.toFixed(2)} equally frequent values, ${wanted} ` +
      'are wanted.',
  },
  't-closeness': {
    title: 't-closeness',
    allowed: 'It has one setting: t, a number from 0 to 1.',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" is at most ${value.toFixed(2)} away in any class from the whole table, ${wanted} is the most wanted.`,
  },
};
