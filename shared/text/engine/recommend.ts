import { shortName } from '../names.ts';

/** Why a recommended step is recommended: the reason that stands beside it in the recipe. A `purpose` is its code or its title. */
export const recommendText = {
  matchesByHash: 'A platform can match an audience by nothing else. Choose the platform it goes to; the hash can be undone by guessing.',
  oneIdentifierMatches: 'One identifier is enough to match an audience.',
  keepsPeopleTogether: 'Keeps rows of the same person together and joins with other files of this purpose, without showing who it is.',
  sensitiveForTargeting: 'Sensitive: nobody may be targeted by it.',
  sensitiveNotNeeded: (purpose: string) => `Sensitive, and ${purpose} does not need it.`,
  ownWords: 'Text in people’s own words can hold anything, also who they are.',
  networkIsEnough: 'The network is enough to see where visits come from; the address is a connection.',
  onlineIdentifier: 'An online identifier stands for one person or device; anonymised data hold none.',
  onlineIdentifierNotNeeded: 'An online identifier that the purpose does not need.',
  saysTheSame: (column: string) => `Says the same as ${shortName(column)}.`,
  regionAlreadyTold: (column: string) => `The region is already told by ${shortName(column)}; coordinates would only be finer.`,
  pointsAndNotNeeded: (purpose: string) => `Points at a person, and ${purpose} does not need it.`,
  numberOfPerson: 'A number that stands for one person; anonymised data hold none, not even hashed.',
  secondIdentifier: 'A second identifier of the same person is not needed.',
  pointsByItself: 'Points at one person by itself.',
  nameExplainsNothing: 'A name helps to recognise a person and explains nothing.',
  standsForEvent: 'Stands for one event or thing: it would join with another copy of the data.',
  notNeeded: (purpose: string) => `${purpose} does not need it.`,

  unreadable: 'Its values cannot be read, so they cannot be coarsened.',
  allTheSame: 'Every row says the same.',
  coarseEnough: 'Coarse enough that enough people share it.',
  exactDate: 'An exact date is easy to know from elsewhere.',
  exactTime: 'An exact time could be matched with another file.',
  exactNumber: 'An exact number could be known from elsewhere.',
  nearlyAllTheSame: 'Nearly every row has the same value; the others would stand out.',
  bandOfMany: 'An exact value belongs to one person; a band to many.',
  rareTogether: 'Rare values are put together.',
  rareStandsForPerson: 'Rare values are put together, because a rare value can stand for one person.',
  nearlyUnique: 'Nearly every row has a value of its own: it could be an identifier or text about a person.',
  hardlyShared: 'Hardly any value is shared by enough rows.',

  tooFewShareIt: (k: number) => `At every level of detail too few people share it (k = ${k}).`,
  sharedTogether: (k: number) => `What is left of them together must be shared by at least ${k} people.`,
  /** Why the purpose needs a column, in the purpose's own words, then why it is coarsened as it is. */
  neededBut: (need: string, why: string) => (need === '' ? why : `${need} ${why}`),
  onlyRowsRemain: (why: string) => `${why} Nothing else is left, so that the number of rows is all that remains.`,
  changesNothing: 'A proposed step changes no column.',
};
