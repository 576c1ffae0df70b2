/** `custos ways`. */
export const waysCommandText = {
  description: 'ways of making a release of a file side by side: what each costs, what an outsider finds',
  purpose: 'P1–P8, see custos purposes',
  k: 'smallest group',
  suppression: 'largest share of rows that may be left out',
  today: 'reference date YYYY-MM-DD',
  way: 'only these, as a list: narrow, counts, levels, wide, synthetic, pseudonymised',
  tables: 'of the narrow way: so many tables over the same rows at most, of 4 columns each',
  noWay: (typed: string, words: readonly string[]) => `--way ${typed} is none of ${words.join(', ')}.`,
  json: 'all figures and the recipes on stdout',
  then: (file: string, purpose: string) =>
    `Choose one: custos recommend ${file} --purpose ${purpose} --way narrow -o recipe.json`,
  examples: ['custos ways customers.csv --purpose P1'],
};
