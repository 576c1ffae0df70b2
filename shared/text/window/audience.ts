import { firstNames, shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';

const people = (many: number): string => counted(many, 'person', 'people');

/** Making a customer list for a platform, on the Release screen. */
export const audienceText = {
  tabs: { recipe: 'Run the recipe', audience: 'Audience for a platform' },
  tabList: 'What is released',
  whom: 'Whom it reaches',
  platform: 'Platform',
  purpose: 'Purpose',
  purposeHelp: 'It has to rest on consent and be for targeting.',
  column: 'Chosen by',
  columnHelp: 'The people in the audience have this in common.',
  columnPlaceholder: 'Choose a column',
  values: (column: string) => `Values of ${column}`,
  valuesHelp: (least: number) =>
    `Values of fewer than ${count(least)} people are not shown. That you looked is in the log.`,
  valuesPlaceholder: 'Any of these',
  valuesLoading: 'Counting…',
  valueWith: (value: string, many: number) => `${value} · ${count(many)}`,
  noValues: (least: number) => `No value of this column is that of ${count(least)} people or more.`,
  andColumn: 'And by another column',
  remove: (column: string) => `Do not choose by ${column}`,
  notOffered: (many: number) => `${counted(many, 'column')} not offered`,
  why: {
    barred: (columns: readonly string[]) => `Nobody may be targeted by them, consent or not: ${firstNames(columns)}.`,
    'names-people': (columns: readonly string[]) => `They name people one by one: ${firstNames(columns)}.`,
    undecided: (columns: readonly string[]) => `Nobody has decided what they are: ${firstNames(columns)}.`,
  },
  match: 'Match by',
  matchHelp: {
    'plain-only': (platform: string) =>
      `${platform} takes mobile advertising ids in plain text only, so none is given to it.`,
    none: (platform: string) => `${platform} takes no mobile advertising ids.`,
    own: 'Advertising ids stand in a list of their own.',
  },
  matches: {
    contact: 'E-mail and phone, as the platform takes them',
    email: 'E-mail addresses',
    phone: 'Phone numbers',
    maid: 'Mobile advertising ids',
  },
  callingCode: 'Calling code',
  callingCodeHelp: 'Digits, for numbers written without one: 49 for Germany. Without it such numbers match nobody.',
  callingCodeWrong: 'One to four digits, no zero in front.',
  choose: 'Choose whom it reaches: who is left out, and why, then stands here before anything is written.',
  before: 'Before it is written',
  measuring: 'Counting who may be in it…',
  inIt: 'In the audience',
  inItOf: (rows: number, all: number) => `${people(rows)} of ${counted(all, 'row')}`,
  leftOut: 'Left out',
  nobodyLeftOut: 'Nobody.',
  whyLeftOut: 'Why',
  rows: 'Rows',
  enough: (platform: string, many: number, least: number) =>
    `${people(many)}: ${platform} uses audiences from ${count(least)} on. What it matches is fewer.`,
  tooFew: (platform: string, many: number, least: number) =>
    `${people(many)}: ${platform} uses none of fewer than ${count(least)}. Choose more values, or another column.`,
  noLeast: (platform: string) => `No smallest audience of ${platform} is known.`,
  smallestTitle: 'Smallest audience',
  blocked: (many: number) => `${counted(many, 'guardrail')} ${many === 1 ? 'stops' : 'stop'} this audience.`,
  refused: 'It would not be written',
  write: 'Write audience',
  writing: (name: string) => `Writing ${name}`,
  suggested: (dataset: string, platform: string) => `${dataset}.${platform}.csv`,
  waits: 'It waits until somebody is in it and nothing blocks.',
  readOnly: 'The workspace is read-only: nothing can be released from it.',
  cancelled: 'The audience was cancelled. Nothing was written.',
  failed: 'Nothing was written. If a file of that name was there before, it is there still, as it was.',
  undone:
    'Hashes without a key can be undone by guessing: the list is personal data. Delete it here once it is uploaded, and ' +
    'set the retention at the platform.',
  nobody: (column: string) => `Choose at least one value of ${shortName(column)}.`,
};
