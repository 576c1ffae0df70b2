import { figuresText } from '../figures.ts';
import { count, counted, listed, percent } from '../numbers.ts';

const short = (names: string[]): string => listed(names.map((name) => name.slice(0, 60)));

/** Sentences of the Risk screen. */
export const riskText = {
  title: 'Risk',
  markUnique: (many: number) => `${counted(many, 'row')} unique`,
  markReached: 'target reached',
  empty: {
    title: 'Nothing to measure yet',
    sentence:
      'Here you see how many rows of a dataset are unique, over which columns, and how far the recipe changes that.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  before: 'As imported',
  after: 'With the recipe',
  beforeWhy: 'Groups of rows that share what could be known about a person from elsewhere.',
  afterWhy: 'The same, measured on the whole output.',
  noRecipe: {
    title: 'No recipe yet',
    sentence: 'Let one be recommended to see how the risk falls.',
    go: 'Go to Recipe',
  },
  cannotRun: (many: number) => `The recipe has ${counted(many, 'problem')} and cannot be measured.`,
  measuring: 'Measuring every row…',
  k: 'Smallest group (k)',
  unique: 'Unique rows',
  rows: 'Rows',
  suppressed: 'Rows left out',
  highest: 'Highest risk for one person',
  oneIn: (k: number) => (k <= 0 ? 'none' : k === 1 ? 'certain (1 in 1)' : `1 in ${count(k)}`),
  highestHelp:
    'The chance of somebody who knows these facts about a person to find the right row (prosecutor risk: 1 divided ' +
    'by the size of the group).',
  ofRows: (part: number, whole: number) =>
    `${count(part)} of ${count(whole)} (${percent(whole === 0 ? 0 : part / whole)})`,
  measuredOver: (columns: string[]) =>
    columns.length === 0
      ? 'k and unique rows count no column.'
      : `k and unique rows count ${figuresText.over(columns)}.`,
  people: 'People are counted, because one person has several rows.',
  headline: {
    same: (unique: number, rows: number, columns: string[]) =>
      `${count(unique)} of ${counted(rows, 'row')} ${unique === 1 ? 'is' : 'are'} unique as imported over ` +
      `${figuresText.over(columns)}: anybody who knows these of such a person finds that person’s row.`,
    none: (k: number, columns: string[]) =>
      columns.length === 0
        ? 'No column is classified as something that could be known from elsewhere, so none is counted here; the ' +
          'other columns can still tell rows apart.'
        : `No row is unique over ${figuresText.over(columns)}: each combination of these is shared by at least ` +
          `${count(k)}. Other columns are not counted here.`,
    fell: (before: number, rowsBefore: number, after: number, k: number, columns: string[]) =>
      `${count(before)} of ${counted(rowsBefore, 'row')} ${before === 1 ? 'is' : 'are'} unique as imported; with the ` +
      `recipe ${after === 0 ? 'none is' : `${count(after)} ${after === 1 ? 'is' : 'are'}`} over ` +
      `${figuresText.over(columns)}, and the smallest group has ${count(k)}.`,
  },
  classes: 'Group sizes',
  combos: 'What singles people out',
  combosWhy:
    'Combinations of linkable columns as imported, worst first. A row that is alone in its combination can be ' +
    'matched to a person by anybody who knows these facts.',
  combosNone: 'No combination of linkable columns makes a notable share of rows unique.',
  combo: (columns: string[], share: number) =>
    `${short(columns)} ${columns.length === 1 ? 'alone makes' : 'together make'} ${percent(share)} of rows unique.`,
  more: (many: number) => `Show ${counted(many, 'more combination', 'more combinations')}`,
  fewer: 'Show fewer',
};
