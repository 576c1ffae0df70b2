/** `custos recommend`. */
export const recommendText = {
  description: 'a recipe for a purpose, with the reason for each step',
  purpose: 'P1–P8, see custos purposes',
  release: 'anonymised, pseudonymised or targeting',
  way:
    'how it is anonymised: narrow (the columns the purpose needs most, the default), counts (the same ' +
    'as counts of people), levels (one level per column), wide ' +
    '(every column, people in groups that read alike) or synthetic (rows drawn from noisy counts)',
  tables: 'narrow: so many tables (1–200) over the same rows, so that differences between them point at nobody',
  size: 'columns of each such table at most (2–8)',
  noTables: 'Give --tables a whole number from 1 to 200, and --size one from 2 to 8.',
  sizeOfNothing: 'A size (--size) is given without --tables: say how many tables there may be, or leave it out.',
  k: 'smallest group',
  suppression: 'largest share of rows that may be left out',
  populationFile:
    'a file of everybody the rows were drawn from, with the same columns: with --k-map every class of the release has so ' +
    'many people of it (ways narrow and levels); custos apply takes it likewise',
  kMap: 'people of --population-file behind every class (k-map)',
  bothForMap:
    'k-map goes by a file and a number, in anonymised releases: give --population-file and --k-map, or neither.',
  stdinTwice: 'Standard input can be the file or the population, not both.',
  noMap: 'Give --k-map a whole number from 1 to 1,000,000.',
  today: 'reference date YYYY-MM-DD',
  output: 'where to write the recipe',
  force: 'replace an existing file',
  json: 'the recipe on stdout',
  examples: [
    'custos recommend customers.csv --purpose P1 --k 10 -o recipe.json',
    'custos recommend customers.csv --purpose P1 --way narrow --tables 5 -o tables.json',
    'custos recommend sample.csv --purpose P1 --way levels --population-file everybody.csv --k-map 20 -o map.json',
    'custos recommend customers.csv --purpose P1 --way counts --sum total_spent:0:2000 -o counts.json',
  ],
  step: (number: number, sentence: string, reason: string) => `${number}. ${sentence}\n   ${reason}`,
};
