import { shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** Which columns a measurement of risk used, and why. */
export const riskText = {
  named: 'Named with --qi.',
  linkable: 'Classified as linkable: somebody could know it of a person.',
  undecided: 'Nothing tells what it is: it counts as linkable until somebody decides.',
  sensitive: 'Named with --sensitive.',
  suggested: 'Suggested to be protected: a special category or money. With --sensitive others are measured.',
  person: {
    named: 'Named with --person: classes are counted in people.',
    type: (label: string, people: number) =>
      `Classified as “${label.toLowerCase()}”, and its values repeat: classes are counted in its ` +
      `${counted(people, 'person', 'people')}.`,
    inStep: (people: number, agreeing: number, groups: number) =>
      `Repeats in step with the quasi-identifiers (${counted(agreeing, 'value')} of ${counted(groups, 'value')} ` +
      'that occur more than once always come with the same ones): taken for the person, so that classes are ' +
      `counted in ${counted(people, 'person', 'people')}. With --person none rows are counted.`,
  },
  twice: (column: string) => `${shortName(column)} was named more than once and is counted once.`,
  suppressed: (rows: number) =>
    `${counted(rows, 'row has', 'rows have')} “*” in every quasi-identifier: suppressed before, and in no class.`,
  noneNamed: 'Name at least one quasi-identifier after --qi, or leave --qi out to use all linkable columns.',
  noSuchSet: (id: string, known: readonly string[]) =>
    `There is no knowledge set “${id.slice(0, 60)}”. Name one of ${known.join(', ')}.`,
  populationTooSmall: (population: number, people: number) =>
    `The population of ${count(population)} is smaller than the file, which holds ${count(people)}. Give everybody the ` +
    'file was drawn from.',
  countsPeople: (column: string, why: string) => `People are counted by ${shortName(column)}, not rows. ${why}`.trim(),
  noneCounted:
    'No column is counted, so all rows are one class and k says nothing. Name columns with --qi, or decide in Classify ' +
    'what could be known of a person.',
  kTooLarge: (k: number, here: number, people: boolean) =>
    `k ${count(k)} is more than the ${people ? counted(here, 'person', 'people') : counted(here, 'row')} there ` +
    `${here === 1 ? 'is' : 'are'}: nothing can reach it. Choose at most ${count(here)}.`,
  constant: (column: string) =>
    `${shortName(column)} is to be protected and has one value in every row: everybody knows it of everybody, and l and ` +
    't say nothing of it. Drop the column, or protect another.',
  mostOfOne: (most: number, rows: number) =>
    `One person has ${count(most)} of ${counted(rows, 'row')}: averages over rows speak of that person. Go by the people ` +
    'who are alone, or take one row per person.',
  worstCut: (upTo: number, columns: number) =>
    `Of ${counted(columns, 'column')} sets of up to ${count(upTo)} were looked at for the worst columns: larger ones ` +
    'would take too long. Name fewer columns with --qi to look further.',
  tooLarge:
    'The table is too large to look for its worst columns: more than 60 million cells are counted. Name fewer columns ' +
    'with --qi.',
  tellingCut:
    'Not all columns were put together to see which tell people apart: it would take too long. Each was measured by ' +
    'itself.',
};
