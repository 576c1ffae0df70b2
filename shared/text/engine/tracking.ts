import { count, counted } from '../numbers.ts';

/** What a decimal place of a degree is worth on the ground. */
const onTheGround = ['100 km', '11 km', '1 km', '110 m', '11 m', '1 m'];

/**
 * Words of the tracking inventory: where people are, and how finely a column follows them. Where no number and no
 * “every” stands, a word speaks of at least nine in ten of the different values, and of time the finest unit that more
 * than one in ten has.
 */
export const trackingText = {
  where: {
    town: 'in which town a person is',
    postalDistrict: 'in which postal district a person is',
    region: 'in which region a person is',
    country: 'in which country a person is',
    quarter: 'in which quarter a person is',
    exactly: 'where exactly a person is',
    somewhere: 'where a person is',
  },

  exactMoment: 'exact moment',
  toDay: 'to the day',
  toSecond: 'to the second',
  toMinute: 'to the minute',
  toMonth: 'to the month',
  toYear: 'to the year',
  networkShortened: 'shortened network address',
  networkPartlyShortened: 'partly shortened network addresses',
  networkInFull: 'full network address',
  networkPseudonym: 'pseudonym of the network address',
  ownValue: 'every row its own value',
  ownValueWhereFilled: 'every row that has a value its own',
  nearlyOwnValue: 'nearly every row its own value',
  different: (values: number) => counted(values, 'different value'),
  differentEach: (values: number, times: number, exact: boolean) =>
    `${exact ? '' : 'about '}${counted(values, 'different value')}, each about ` +
    `${times < 9.95 ? times.toFixed(1) : count(times)} times`,
  inBands: 'in bands',
  onTheGround: (decimals: number) => `to about ${onTheGround[Math.min(onTheGround.length - 1, decimals)]}`,
  pseudonyms: 'pseudonyms',
  withQuery: 'addresses with their query',
  sites: 'sites',
  singlePages: 'single pages',
  wholeAmounts: 'whole amounts',
  toCent: 'to the cent',
  exactCounts: 'exact counts',
  wholeNumbers: 'whole numbers',
  decimals: (decimals: number) => `numbers to ${counted(decimals, 'decimal')}`,
  ownWords: 'in people’s own words',
  yesOrNo: 'yes or no',
  kinds: (kinds: number, exact: boolean) => `${exact ? '' : 'about '}${counted(kinds, 'kind')}`,
};
