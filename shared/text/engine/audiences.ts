import { firstNames, shortName } from '../names.ts';
import { listed } from '../numbers.ts';

const kinds = { email: 'e-mail addresses', phone: 'phone numbers', maid: 'mobile advertising ids' };

/** Why an audience cannot be made. */
export const audiencesText = {
  noPlatform: (typed: string, known: readonly string[]) =>
    `There is no platform called “${typed.slice(0, 40)}”. There are ${listed([...known])}.`,
  noSegment: 'Choose a segment: --where COLUMN=VALUE. Everybody at once is no audience.',
  noColumn: (file: string, column: string, columns: readonly string[]) =>
    `${shortName(file)} has no column ${shortName(column)} to choose by. It has ${firstNames(columns)}.`,
  undecided: (column: string) =>
    `Nobody has decided what ${shortName(column)} is, so it may be anything, and nobody may be chosen by it. Decide it ` +
    'first: custos decide.',
  namesPeople: (column: string) =>
    `${shortName(column)} names people one by one: an audience is chosen by what people have in common.`,
  nothingToMatch: (file: string, platform: string, fields: readonly (keyof typeof kinds)[]) =>
    `${platform} matches by ${listed(fields.map((field) => kinds[field]))}, and no column of ${shortName(file)} holds ` +
    'such. Decide which column does: custos decide.',
  notTaken: (platform: string, field: keyof typeof kinds, plainOnly: boolean) =>
    plainOnly && field === 'maid'
      ? `${platform} takes mobile advertising ids in plain text only, and none leaves so: match by e-mail addresses.`
      : `${platform} does not match ${kinds[field]}: match by e-mail addresses, or choose another platform.`,
  notOnConsent: (title: string) =>
    `“${title}” does not rest on consent. Identifiers are handed to a platform only of people who agreed to that: name ` +
    'a purpose that rests on consent and is for targeting, such as P2.',
  whyStep: {
    segment: 'The segment that was asked for.',
    match: (platform: string) => `${platform} matches by it.`,
    others: 'The platform is given nothing else.',
  },
};
