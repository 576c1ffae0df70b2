import { shortName } from '../names.ts';

/** Sentences about the system whose export a file is. `plain` is the word that asks for a plain table. */
export const channelsText = {
  noLayout: (layout: string, plain: string) =>
    `There is no layout ${shortName(layout)}: choose another one, or “${plain}” for the table or the records as ` +
    'they are.',
  notLaidOut: (layout: string, plain: string) =>
    `The file is not laid out like “${layout}”: choose another layout, or “${plain}” for a plain table.`,
  keyValueLists: 'These fields are lists of key and value; each key is a column.',
  answerOptions: 'The second row has no answer number: it holds the answer options.',
  questionTexts: 'Under the names stand the texts of the questions and a row of words for machines.',
  groupsOverNames: 'The first row names groups of columns, the second the columns in them.',
  secondRowIsAnswer: 'The second row is an answer.',
  totalsLeftOut: 'This report sums up its rows; the sums are counted and listed, not read as rows.',
  wordsForMissing: 'What this system writes where there is no value.',
  apostrophes:
    'This system puts an apostrophe before numbers and signs, so that spreadsheets leave them alone; it is taken away.',
  readAsThat: 'The file was read as that export.',
  callsItSo: (system: string) => `${system} calls it so.`,
};
