import { firstNames, quotedNames, shortName } from '../names.ts';
import { count, counted, percent } from '../numbers.ts';

/** What `custos anonymise` refuses, and what it says of what it did. */
export const anonymiseText = {
  noQi: 'Name at least one quasi-identifier after --qi.',
  twice: (column: string) => `${shortName(column)} is named twice. Name each column once, after one option.`,
  noProtected: (model: string) =>
    `${model} protects a column, and none is named. Name it after --sensitive, or leave the model out.`,
  noModelFor: (columns: readonly string[]) =>
    `Nothing says how ${quotedNames(columns)} is to be protected. Give --l, --t or --model, or leave --sensitive out.`,
  unknownModel: (id: string, known: readonly string[]) =>
    `There is no privacy model ${shortName(id)}. There are ${known.join(', ')}.`,
  badSettings: (title: string, allowed: string) => `${title} does not take these settings. ${allowed}`,
  modelTwice: (title: string) => `${title} is asked for twice. Ask for it once.`,
  noDistances: (columns: readonly string[]) =>
    `The hierarchical distance takes one protected column with a hierarchy file, and there is none for ` +
    `${quotedNames(columns)}. Add it to the folder after --hierarchies, or choose another distance.`,
  noRows: (file: string) => `${file} has no rows, so there is nothing to anonymise.`,
  notAQi: (option: string, column: string) =>
    `${option} names ${shortName(column)}, which is none of the quasi-identifiers. Name it after --qi, too.`,
  noLevel: (option: string, column: string, level: number, height: number) =>
    `${option}: ${shortName(column)} has the levels 0 to ${height}, and no ${level}. Give one of these.`,
  crossed: (column: string) =>
    `The lowest level of ${shortName(column)} is above its highest one. Give a --max-level that is no less than --min-level.`,
  noWeight: (column: string) => `The weight of ${shortName(column)} has to be a number from 0 on.`,
  tooManyLevels: (column: string) =>
    `The hierarchy of ${shortName(column)} has more than 250 levels. Leave some of them out.`,
  tooFewRows: (file: string, rows: number, k: number) =>
    `${file} has ${counted(rows, 'row')}, so no ${count(k)} of them can be alike. Give a k of at most ${count(rows)}.`,
  tooFewPeople: (column: string, people: number, k: number) =>
    `${shortName(column)} names ${counted(people, 'person', 'people')}, so no class can hold ${count(k)}. Give a k of at most ` +
    `${count(people)}.`,
  constant: (column: string) =>
    `${shortName(column)} has one value in every row, so whoever knows the file knows it of everybody and no model can ` +
    'protect it. Leave it out after --sensitive, or leave the column out of the file.',
  tooFewValues: (column: string, values: number) =>
    `${shortName(column)} has ${counted(values, 'different value')}, and no class can have more. Ask for fewer.`,
  missed: (models: readonly string[], share: number) =>
    `No choice of levels reaches ${models.join(' and ')} with at most ${(share * 100).toFixed(1)} % of the rows ` +
    'suppressed. Ask for less, allow more rows to be suppressed, or name fewer quasi-identifiers. Nothing was written.',
  notFound: (seconds: number) =>
    `In ${counted(seconds, 'second')} no choice of levels was found that reaches the target, and it is not proven that ` +
    'there is none. Give a longer --time-limit. Nothing was written.',
  notDelimited: (ending: string) =>
    `${ending} cannot be written with a delimiter. Give a name that ends in .csv or .tsv.`,
  differs: 'What was written is not what was searched for, so it was not kept. Please report this.',
  left: (columns: readonly string[]) =>
    `${counted(columns.length, 'column')} ${columns.length === 1 ? 'stays as it is' : 'stay as they are'}: ` +
    `${firstNames(columns)}. Leave out what tells who somebody is.`,
  hiddenFew: (rows: number, k: number) =>
    `${counted(rows, 'suppressed row')} with “*” in every quasi-identifier, fewer than ${count(k)}: they are told apart ` +
    'from the others, but not from each other.',
  rowsCounted:
    'Rows are counted. Where a person has several rows, name the column that tells people apart after --person.',
  peopleCounted: (column: string) =>
    `k counts people by ${shortName(column)}, which is written as it is. Leave the column out of what you hand on.`,
  best: (bound: number) =>
    `The search ended before it was proven that nothing is better: no choice scores below ${bound.toFixed(6)}.`,
  noPopulation:
    'k-map counts a table of the population or estimates it: name the table after --population-file, or give the ' +
    'settings sampled and alpha, too.',
  populationAlone: '--population-file is counted by k-map. Add --model k-map:5, or leave the file out.',
  badByTable:
    'k-map by a table has one setting: k, a whole number from 1 to 1,000,000. Write --model k-map:5, without sampled ' +
    'and alpha.',
  mapAloneLocally:
    '--local with --population-file makes classes of k people of the population and counts nothing of the file: leave ' +
    'out --k, --sensitive and every model but k-map, or leave out --local to ask all of them together.',
  localByPopulation: (k: number, file: string) =>
    `Classes were made of the people of ${file}, as if all of it were recoded: at least ${count(k)} of them would read ` +
    'as each row does, and no row was left out. Not promised: that nothing is better, and that nobody who knows the ' +
    'method strikes out values that a cheaper class would have taken.',
  populationBelowK: (file: string, people: number, k: number) =>
    `${file} holds ${counted(people, 'person', 'people')}, so no class can have ${count(k)} of them. Give k-map a k of ` +
    `at most ${count(people)}.`,
  byTable: (k: number, file: string) => `k-map (k ${k}) by the table ${file}`,
  ofPopulation: (file: string, warning: string) => `${file}: ${warning}`,
  drawnFrom: (
    { fileName, person, unnamed }: { fileName: string; person: object | null; unnamed: number },
    { person: column, short }: { person: string | undefined; short: number },
  ): string[] => [
    person === null
      ? `${fileName} is taken for everybody the rows were drawn from, each of its rows for a person` +
        `${column === undefined ? '' : `, since it has no ${shortName(column)}`}.`
      : `${fileName} is taken for everybody the rows were drawn from; people are counted by ${shortName(column!)} there, too.`,
    ...(unnamed === 0
      ? []
      : [
          `${counted(unnamed, 'row')} of ${fileName} ${unnamed === 1 ? 'has' : 'have'} a value that no hierarchy names: ` +
            'counted in no class, so that no class looks larger than it is.',
        ]),
    ...(short === 0
      ? []
      : [
          `In ${counted(short, 'class', 'classes')} the file has more people than ${fileName}: not everybody it was drawn ` +
            'from is there, or values read otherwise. Only those who are there were counted.',
        ]),
  ],
  model: (title: string, settings: object, column: string | null) =>
    `${title} (${Object.entries(settings)
      .map(([name, value]) => `${name} ${Array.isArray(value) ? '…' : String(value)}`)
      .join(', ')})${column === null ? '' : ` of ${shortName(column)}`}`,
  searching: 'Looking for levels',
  grouping: 'Putting rows into groups',
  byLocalRecoding: (models: string) => `${models}; by local recoding`,
  notPerGroup: (model: string, distance: string | undefined) =>
    `${model}${distance === undefined ? '' : `, distance ${distance},`} is not held per group: leave out --local or ` +
    'that model. Held are distinct l-diversity, (α,k)-anonymity and t-closeness by equal or ordered distances.',
  noLimitsLocally:
    '--min-level, --max-level and --weight say something of one level for a whole column: leave them out, or --local.',
  noMetricLocally: (metric: string) =>
    `--local loses as little NCP as it can: leave out --metric ${metric}, or --local.`,
  local:
    'k-anonymous by local recoding: the rows of a class read the same, and no row was left out. Not promised: that ' +
    'nothing is better, that labels of one column do not overlap, and that nobody who knows the method strikes out ' +
    'values that a cheaper class would have taken (refinement; wrongly so at times).',
  refined: (
    column: string,
    found: { shrunk: number; misled: number; guessBefore: number; guessAfter: number },
  ): string =>
    `Refinement of ${shortName(column)}: who knows the method and all else of a person strikes out a possible value of ` +
    `${percent(found.shrunk)} of the rows, the true one of ${percent(found.misled)}; a guess is right with ` +
    `${percent(found.guessBefore)} before and ${percent(found.guessAfter)} after.`,
  notRefined: 'What knowing the method tells was not measured: there are too many classes and values for it.',
  downcoded: (column: string, shrunk: number, told: number) =>
    `Downcoding of ${shortName(column)}: that it is no finer rules out a finer label of ${percent(shrunk)} of the written ` +
    `rows, and leaves one of ${percent(told)}, for who knows all other rows and the person’s other cells.`,
};
