import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted, numbered, rowsOrPeople } from '../numbers.ts';

/** @param percent how well it was told, 50 being guessing */
const barredTold = (of: string, percent: number): string =>
  `${shortName(of)}, by which nobody may be targeted (${percent} %, where 50 % is guessing).`;

/**
 * Why a recommended step is recommended: the reason that stands beside it in the recipe. A `purpose` is its code or its
 * title.
 */
export const recommendText = {
  matchesByHash:
    'A platform can match an audience by nothing else. Choose the platform it goes to; the hash can be undone by ' +
    'guessing.',
  oneIdentifierMatches: 'One identifier is enough to match an audience.',
  keepsPeopleTogether:
    'Keeps rows of the same person together and joins with other files of this purpose, without showing who it is.',
  sensitiveForTargeting: 'Sensitive: nobody may be targeted by it.',
  standsIn: {
    alone: (of: string, percent: number) => `It tells ${barredTold(of, percent)}`,
    two: (of: string, percent: number) => `With another column it tells ${barredTold(of, percent)}`,
    all: (of: string, percent: number) => `With the other columns it tells ${barredTold(of, percent)}`,
  },
  sensitiveNotNeeded: (purpose: string) => `Sensitive, and ${purpose} does not need it.`,
  ownWords: 'Text in people’s own words can hold anything, also who they are.',
  /** @param found the finding’s own sentence: how many of its values hold what */
  holdsIdentifiers: (found: string) => `Identifiers were found in its values. ${found}`,
  networkIsEnough: 'The network is enough to see where visits come from; the address is a connection.',
  onlineIdentifier: 'An online identifier stands for one person or device; anonymised data hold none.',
  onlineIdentifierNotNeeded: 'An online identifier that the purpose does not need.',
  /** Another column that stays in the output says already what this one would. */
  alreadyTold: {
    age: (column: string) =>
      `How old people are is already told by ${shortName(column)}, which stays; one such column is enough.`,
    region: (column: string) =>
      `Where people are is already told by ${shortName(column)}, which stays; coordinates are not needed beside it.`,
  },
  pointsAndNotNeeded: (purpose: string) => `Points at a person, and ${purpose} does not need it.`,
  numberOfPerson: 'A number that stands for one person; anonymised data hold none, not even hashed.',
  secondIdentifier: 'A second identifier of the same person is not needed.',
  pointsByItself: 'Points at one person by itself.',
  nameExplainsNothing: 'A name helps to recognise a person and explains nothing.',
  standsForEvent: 'Stands for one event or thing: it would join with another copy of the data.',
  notNeeded: (purpose: string) => `${purpose} does not need it.`,

  undecided: 'Nothing tells what it is. It stays out until somebody decides.',
  empty: 'No cell holds a value.',
  unreadable: 'Its values cannot be read, so they cannot be coarsened.',
  coarseEnough: 'Coarse enough that enough people share it.',
  exactDate: 'An exact date is easy to know from elsewhere.',
  exactTime: 'An exact time could be matched with another file.',
  exactNumber: 'An exact number could be known from elsewhere.',
  nearlyAllTheSame: 'Nearly every row has the same value; the others would stand out.',
  bandOfMany: 'An exact value belongs to one person; a band to many.',
  rareTogether: 'The values that are not shown by themselves are put together.',
  rareStandsForPerson: 'Rare values are put together, because a rare value can stand for one person.',
  manyDifferent: (values: number, rows: number) =>
    `It has ${counted(values, 'different value')} in the ${counted(rows, 'row')} looked at that have one: it could ` +
    'be an identifier or text about a person.',
  noneShared: (rows: number) =>
    `No value is shared by ${counted(rows, 'row')} of those looked at, so that none can stand by itself.`,

  /** Measured: what one more column would cost, in the coarsest form that tells something. */
  leftOut: {
    anonymised: (k: number, form: string, rows: number, allowed: number) =>
      `Left out so that k holds over all columns of the file: with it, ${form}, ${counted(rows, 'row')} would fall ` +
      `under ${k}; at most ${count(allowed)} may.`,
    otherwise: (k: number, form: string, rows: number, allowed: number) =>
      `Left out so that k holds over all recognisable columns: with it, ${form}, ${counted(rows, 'row')} would ` +
      `fall under ${k}; at most ${count(allowed)} may.`,
    many: (k: number, fewest: number, most: number, allowed: number) =>
      'Left out so that k holds over all columns of the file: with any one of these, in the coarsest form worth ' +
      `having, ${count(fewest)} to ${counted(most, 'row')} would fall under ${k}; at most ${count(allowed)} may.`,
  },
  /** Measured on the table that is proposed: what an attack would find with one more column, or with a finer one. */
  attacked: {
    leftOut: (form: string, attack: string, risk: string, low: string, limit: string) =>
      `Left out so that no attack finds too much: with it, ${form}, one would. ${attack} has a risk of ${risk} then, ` +
      `not under ${low}, and ${limit} are allowed.`,
    noFiner: (form: string, attack: string, risk: string, low: string, limit: string) =>
      `No finer, so that no attack finds too much: ${form}, one would. ${attack} has a risk of ${risk} then, not under ` +
      `${low}, and ${limit} are allowed.`,
    ended: (tables: number) =>
      `Left out because ${counted(tables, 'table')} were attacked, which are as many as are of a file of this size, before ` +
      'one with it held.',
    asFine: (attack: string, risk: string, low: string, limit: string, tables: number) =>
      `As fine as k alone allows, an attack found too much: ${attack} had a risk of ${risk}, not under ${low}, and ` +
      `${limit} are allowed. ${counted(tables, 'table')} were attacked until none was refused.`,
    moreNoise: (because: string, attack: string) =>
      `${because} With less noise an attack would find too much: ${attack}.`,
  },
  /** The coarsest form in which a column was tried. */
  form: {
    asItIs: 'as it is',
    intervals: (bands: readonly string[]) => `in ${counted(bands.length, 'group')} (${bands.join(', ')})`,
    prefix: (length: number) => `cut to ${counted(length, 'character')}`,
    date: (unit: string) => `to the ${unit}`,
    grid: (degrees: number) => `on a grid of ${numbered(degrees, 'degree')}`,
    network: 'cut to its network',
    // No value is named: a reason is read by whoever may not see the column.
    oneMore: 'with one more of its values apart from the rest',
    values: (values: number) =>
      `with its ${values === 1 ? 'commonest value' : `${values} commonest values`} apart from the rest`,
  },
  narrowEnough: (columns: number) =>
    `Left out to keep the table narrow: it has ${counted(columns, 'column')} without it.`,
  sameThroughout: 'Every row would read the same.',
  inferable: (measured: string) =>
    `Left out because whoever knows the other columns of a person could tell it: ${measured}`,
  ways: {
    counts: (k: number) =>
      `How many people are in each group is all that many purposes need: no row is left to be recognised, and no count is ` +
      `below ${k}.`,
    wide: (k: number) =>
      `Every column stays, and nobody is alone in any of them together: at least ${numbered(k, 'person', 'people')} read ` +
      'alike. Somebody who knows some columns can still infer others, so it is called k-anonymous.',
    notDrawn: (least: number) =>
      `Not two of its values are shared by ${counted(least, 'row')} or more, so that there is nothing to draw it from.`,
    synthetic: (epsilon: number, least: number) =>
      `Every column stays, and no row is anybody’s: ε ${epsilon} bounds what one person changes. The lists are the values ` +
      `that at least ${least} rows of this file have; strike out what nobody should see.`,
  },
  noise: {
    reason: (epsilon: number, least: number, left: readonly string[]) =>
      `Whatever one person adds is hidden in noise: ε ${epsilon} bounds what it changes. The lists are the values that at ` +
      `least ${least} rows of this file have; strike out what nobody should see.` +
      (left.length === 0 ? '' : ` Not grouped by, as groups would be smaller than the noise: ${firstNames(left)}.`),
    noNoise:
      'Noise (--epsilon, --delta, --sum, --mean) is for the anonymised ways “counts” and “synthetic”: choose one of them.',
    twinOfNobody:
      'The rows of a synthetic twin are nobody’s, so none can be pseudonymised or targeted: leave the kind of release ' +
      '“anonymised” (--release), or ask for another way.',
    twinWithout: 'A synthetic twin is drawn with noise: give an ε above 0.',
    nothingShared: (least: number) =>
      `No column has two values that ${least} rows each share, so there is nothing to draw with noise. Ask for another ` +
      'way, or put values into groups first.',
    onlyCounts: 'Sums and means (--sum, --mean) stand in tables of counts: choose the way “counts”.',
  },
  tables: {
    reason: (tables: number, k: number, pairs: number, all: number, information: number, rows: number, of: number) =>
      `${counted(tables, 'table')} over the same rows, each with at least ${numbered(k, 'person', 'people')} alike: ` +
      `together they show ${count(pairs)} of ${counted(all, 'pair')} of columns, ${Math.round(information * 100)} % of what ` +
      `the pairs tell, and leave out ${count(rows)} of ${counted(of, 'row')}. Two of them count alike what they share, so ` +
      'that no difference between them points at anybody.',
    attacked: (attack: string, risk: string, low: string, limit: string) =>
      `In none of the tables, because with it attacks found too much in one: ${attack} had a risk of ${risk}, not under ` +
      `${low}, and ${limit} are allowed.`,
    inNone: 'In none of the tables: for the rows it would cost, other columns tell more.',
    none: (k: number, share: number) =>
      `No two columns can stand in a table without leaving out more than ${Math.round(share * 1000) / 10} % of the rows ` +
      `at k ${k}. Let more rows be left out (--suppression), or take a smaller k.`,
    onlyNarrow:
      'Several tables (--tables) are made of a narrow, anonymised release: leave out --way or give it narrow, and leave ' +
      'out --release.',
  },
  sharedTogether: (k: number) =>
    `What is left of them together must be shared by at least ${numbered(k, 'person', 'people')}.`,
  /** Why the purpose needs a column, in the purpose's own words, then why it is coarsened as it is. */
  neededBut: (need: string, why: string) => (need === '' ? why : `${need} ${why}`),
  onlyRowsRemain: (why: string) => `${why} Nothing else is left, so that the number of rows is all that remains.`,
  fewInAll: (people: number, countsPeople: boolean, k: number) =>
    `The file is of ${rowsOrPeople(people, countsPeople)} in all, and each must look like at least ` +
    `${counted(k - 1, 'other')}: nothing makes so few anonymous. Take a file of more people, ` +
    `${people < 2 ? '' : `aim at k ${count(people)} or less, `}or make it a pseudonymised release.`,
  /** Attacks refuse all that the way makes. */
  wayRefused: {
    otherWay: (way: RecommendedWay, other: RecommendedWay) =>
      `Attacks find too much in everything that the way ${way} makes of this file. A recipe of the way ${other} holds: ` +
      `choose it (--way ${other}).`,
    noWay: (way: RecommendedWay) =>
      `Attacks find too much in everything that the way ${way} makes of this file, and no other way holds either. Take a ` +
      'file of more people or a larger k, or make it a pseudonymised release.',
  },
  changesNothing: 'A proposed step changes no column.',
};
