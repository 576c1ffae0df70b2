import { count } from './numbers.ts';
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
    allowed:
      'It has the setting t, a number from 0 to 1, and may have a distance: equal, ordered, or hierarchical with a hierarchy.',
    explain: (value: number, wanted: number, column: string) =>
      `"${column}" is at most ${value.toFixed(2)} away in any class from the whole table, ${wanted} is the most wanted.`,
  },
  'k-map': {
    title: 'k-map',
    allowed:
      'It has three settings: k, a whole number from 1 to 1,000,000; sampled, the share of the population that the rows ' +
      'are, above 0 to 1; alpha, above 0 and below 1. Or it goes by a table of the population, with two: k, and table, ' +
      'which is the table’s SHA-256 or “population” for whichever is given.',
    byTable: (value: number, k: number) =>
      `The class with fewest has ${value} people of the population; ${k} are wanted.`,
    explain: (value: number, wanted: number, k: number) =>
      `The smallest class has ${value}; for ${k} in the population ${wanted} are wanted.`,
  },
  'recursive-l-diversity': {
    title: 'Recursive (c,l)-diversity',
    allowed: 'It has two settings: c, a number above 0; l, a whole number from 2 to 1,000,000.',
    explain: (value: number, { c, l }: { c: number; l: number }, column: string) =>
      `In every class the values of "${column}" from the ${l}th commonest on are at least ${value.toFixed(3)} times as ` +
      `frequent as the commonest, more than ${(1 / c).toFixed(3)} is wanted.`,
  },
  'alpha-k-anonymity': {
    title: '(α,k)-anonymity',
    allowed: 'It has two settings: alpha, above 0 and below 1; k, a whole number from 1 to 1,000,000.',
    explain: (value: number, { alpha, k }: { alpha: number; k: number }, column: string) =>
      `No value of "${column}" has more than ${value.toFixed(3)} of a class, where one of fewer than ${k} counts as 1; ` +
      `at most ${alpha} is wanted.`,
  },
  'delta-presence': {
    title: 'δ-presence',
    allowed:
      'It has three settings: member, the value of those who are members; least and most, numbers from 0 to 1, least not ' +
      'above most.',
    explain: (value: number, { least, most }: { least: number; most: number }, column: string) =>
      `By "${column}" the share of members is at most ${value.toFixed(3)} away in any class from the middle of ${least} ` +
      `and ${most}, at most ${((most - least) / 2).toFixed(3)} is wanted.`,
  },
  'delta-disclosure': {
    title: 'δ-disclosure privacy',
    allowed: 'It has one setting: delta, a number above 0.',
    explain: (value: number, wanted: number, column: string) =>
      `The frequency of a value of "${column}" differs in a class from the whole table by at most ${value.toFixed(3)} ` +
      `powers of two, less than ${wanted} is wanted.`,
  },
  'basic-beta-likeness': {
    title: 'Basic β-likeness',
    allowed: 'It has one setting: beta, a number above 0.',
    explain: (value: number, wanted: number, column: string) =>
      `A value of "${column}" is at most ${value.toFixed(3)} times more frequent in a class than in the whole table, ` +
      `${wanted} is the most wanted.`,
  },
  'enhanced-beta-likeness': {
    title: 'Enhanced β-likeness',
    allowed: 'It has one setting: beta, a number above 0.',
    explain: (value: number, wanted: number, column: string) =>
      `A value of "${column}" is at most ${value.toFixed(3)} times more frequent in a class than in the whole table, ` +
      `counted for common values by what is allowed of them, ${wanted} is the most wanted.`,
  },
  'average-risk': {
    title: 'Average re-identification risk',
    allowed: 'It has one setting: risk, a number above 0 to 1.',
    explain: (value: number, wanted: number) =>
      `Somebody is found with an average chance of ${value.toFixed(3)}, at most ${wanted} is wanted.`,
  },
  'strict-average-risk': {
    title: 'Strict average risk',
    allowed: 'It has three settings: average and highest, above 0 to 1; atRisk, from 0 to 1.',
    explain: (value: number) =>
      `The average risk or the rows above the highest one are ${value.toFixed(3)} times what is allowed, at most 1 is ` +
      'wanted.',
  },
  'sample-uniqueness': {
    title: 'Sample uniqueness',
    allowed: 'It has one setting: share, a number from 0 to 1.',
    explain: (value: number, wanted: number) =>
      `The share ${value.toFixed(3)} of the rows is alone in its class, at most ${wanted} is wanted.`,
  },
  'population-uniqueness': {
    title: 'Population uniqueness',
    allowed:
      'Its settings are share, a number from 0 to 1, population, the number of people that the rows were drawn from, and ' +
      'estimate: dankar, pitman, zayatz or snb.',
    explain: (value: number, wanted: number, population: number, estimate: string) =>
      `The share ${value.toFixed(4)} of ${count(population)} people is estimated to be alone in its class (${estimate}), ` +
      `at most ${wanted} is wanted.`,
  },
};
