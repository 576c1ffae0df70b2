import { count, counted } from '../numbers.ts';
import { firstNames } from '../names.ts';

const people = (many: number): string => counted(many, 'person', 'people');

/** Sentences of the page that joins two datasets. */
export const joinText = {
  open: 'Join with another dataset…',
  title: 'Join two datasets',
  doneTitle: 'Two datasets joined',
  sentence:
    'People are matched on a keyed hash of a column that both datasets have. Nobody’s e-mail address, number or name is ' +
    'shown, here or in the view, and the key never leaves this workspace.',
  form: 'What is joined',
  left: 'Left dataset',
  right: 'Right dataset',
  leftKey: 'Key of the left dataset',
  rightKey: 'Key of the right dataset',
  keyHelp: 'The column that names a person.',
  proposed: (why: string) => `Proposed, because ${why}.`,
  noKeys: 'No column of the two is held to name people in the same way: choose which do.',
  rows: 'Whose rows the view holds',
  callingCode: 'Country code of numbers without one',
  callingCodeHelp: 'Digits, such as 49. Empty: they match only each other.',
  preview: 'Preview',
  run: 'Join',
  back: 'Back to the dataset',
  name: 'Name of the joined view',
  nameOf: (left: string, right: string) => `${left} with ${right}`.slice(0, 120),
  previewJob: 'Matching people',
  runJob: (name: string) => `Joining ${name}`,
  match: 'Who is in both',
  picture: (left: string, right: string, both: string, onlyLeft: string, onlyRight: string) =>
    `${left}: ${onlyLeft} people alone; in both: ${both}; ${right}: ${onlyRight} people alone`,
  inBoth: (both: string, people: string) => `${both} of ${people} in both`,
  only: (many: string) => `only here ${many}`,
  measure: 'Measure',
  alike: (normalisation: string) => `Compared alike: ${normalisation}.`,
  view: 'What the view holds',
  viewRows: (rows: string, relation: string, many: number | null) =>
    `${rows}; ${relation}${many === null ? '' : `; ${counted(many, 'row')}`}.`,
  columns: (columns: readonly string[]) => `Columns: person_key, ${firstNames(columns)}.`,
  leftOut: (columns: readonly string[]) =>
    `Left out, because they say by themselves who somebody is: ${firstNames(columns)}.`,
  consent: (all: number | null, told: string) =>
    all === null
      ? 'The view rests on consent; how many are left out is not told before the join.'
      : all === 0
        ? 'The view rests on consent; everybody in it has a valid one.'
        : `The view rests on consent: ${people(all)} left out, ${told}.`,
  consentPart: (many: number, standing: string) => `${count(many)} ${standing}`,
  risk: 'Who is alone, before and after',
  riskSentence: (onlyAfter: number) =>
    onlyAfter === 0
      ? 'Nobody is alone in the view who was not before.'
      : `${people(onlyAfter)} ${onlyAfter === 1 ? 'is' : 'are'} alone in the view and in neither dataset before.`,
  riskHelp: 'Counted in people: somebody is alone where a row of theirs says what nobody else’s row says.',
  riskUntold: 'Not told before the join, because so few people are on one side of the match.',
  worst: (columns: string) => `How many of them would not be alone without a column: ${columns}.`,
  remarks: 'Worth knowing',
  done: (name: string, rows: number) => `“${name}” is a dataset of the workspace now: ${counted(rows, 'row')}.`,
  entry: (seq: number) => `#${seq}`,
  entryLabel: (seq: number) => `Entry ${seq} of the register`,
  activity: (ref: string) => `${ref}: complete the activity`,
  show: (name: string) => `Show ${name}`,
  sourceGone: (name: string) => `${name} (deleted since)`,
  madeOf: (views: readonly string[]) =>
    `${firstNames(views)} ${views.length === 1 ? 'was' : 'were'} joined from it and ${views.length === 1 ? 'stays' : 'stay'}. ` +
    'Without it, releases of a joined view cannot be held against releases of this dataset any more.',
};
