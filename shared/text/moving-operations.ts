import { quotedNames } from './names.ts';
import { numbered } from './numbers.ts';

/** What operations say that move values: between days, by noise, or between rows. In the form of `operationsText`. */
export const movingOperationsText = {
  'shift-dates': {
    label: 'Shift dates',
    summary: 'Moves all dates of one person by the same number of days, so that the time between them stays.',
    describe: (columns: string[], person: string, days: number, maybeNone: boolean) =>
      `Move the dates of each ${quotedNames([person])} in ${quotedNames(columns)} by a secret number of days, at most ` +
      `${numbered(days, 'day')} either way${maybeNone ? ', perhaps by none' : ''}; the time between them stays.`,
    person: { label: 'Person', help: 'The column that says whose date it is. A date of nobody becomes empty.' },
    days: { label: 'Most days', help: 'How far dates may move, forwards or backwards.' },
    maybeNone: { label: 'Perhaps by none', help: 'Off: the dates of everybody move by a day at least.' },
    write: {
      label: 'Write',
      help: 'A time of day stays as it is, and may be known of a person.',
      options: { day: 'The day', second: 'The day and the time' },
    },
    key: { label: 'Key', help: 'Empty: the key of this workspace and purpose. Tables under the same name move alike.' },
    personMoved: (column: string) =>
      `${quotedNames([column])} says whose date it is and is a date to be moved. Choose another column for the person.`,
  },
  'add-noise': {
    label: 'Add noise',
    summary:
      'Moves numbers by amounts drawn from a stated distribution. What is true of many stays nearly true; it is no ' +
      'differential privacy.',
    describe: {
      laplace: (columns: string[], scale: number, step: number, bounds: string) =>
        `Add noise to ${quotedNames(columns)}: discrete Laplace of scale ${scale}, in steps of ${step}${bounds}.`,
      normal: (columns: string[], scale: number, step: number, bounds: string) =>
        `Add noise to ${quotedNames(columns)}: discrete normal of standard deviation ${scale}, in steps of ${step}${bounds}.`,
    },
    bounds: (least: number | null, most: number | null): string =>
      [least === null ? '' : `, never below ${least}`, most === null ? '' : `, never above ${most}`].join(''),
    distribution: {
      label: 'Distribution',
      help: 'Laplace moves most numbers little and a few far; the normal one moves more alike.',
      options: { laplace: 'Laplace', normal: 'Normal' },
    },
    scale: {
      label: 'Scale',
      help: 'In the column’s own unit. Laplace: the mean size of the noise; normal: its standard deviation.',
    },
    step: { label: 'Steps of', help: 'Numbers are rounded to multiples of it, and the noise is a multiple of it too.' },
    least: { label: 'Never below', help: 'Smaller results become this one; empty for no bound.' },
    most: { label: 'Never above', help: 'Larger results become this one; empty for no bound.' },
    scaleBelowStep: 'The scale is smaller than the step, so that most numbers would stay. Take a larger scale.',
    scaleFarAbove: 'The scale is more than a million steps. Take a larger step.',
    boundsOrder: 'The lower bound must be below the upper one by a step at least.',
  },
  'swap-ranks': {
    label: 'Swap like values',
    summary: 'Exchanges values between rows of a like rank: how often each value occurs stays exactly as it is.',
    describe: (columns: string[], within: number, together: boolean) =>
      `Exchange the values of ${quotedNames(columns)}${together && columns.length > 1 ? ', together,' : ''} between rows ` +
      `whose ranks differ by at most ${within} % of the rows.`,
    within: {
      label: 'Within per cent',
      help: 'How far ranks may lie apart, in per cent of the rows that have a value.',
    },
    order: {
      label: 'Values rise as',
      help: 'Dates written as 2026-11-23 rise as texts do.',
      options: { number: 'Numbers', text: 'Texts' },
    },
    together: {
      label: 'Columns move together',
      help: 'On: all are exchanged as one value, by the rank of the first; for ZIP, city and region.',
    },
  },
  pram: {
    label: 'Draw values again',
    summary:
      'Post-randomisation (PRAM): each value stays with a stated chance and is drawn again else, so that no cell is ' +
      'certain.',
    describe: {
      frequencies: (columns: string[], keep: number, together: boolean) =>
        `Keep each value of ${quotedNames(columns)}${together && columns.length > 1 ? ', together,' : ''} with a chance ` +
        `of ${keep}, and draw it again by frequency else.`,
      evenly: (columns: string[], keep: number, together: boolean) =>
        `Keep each value of ${quotedNames(columns)}${together && columns.length > 1 ? ', together,' : ''} with a chance ` +
        `of ${keep}, and draw it again else, each value as likely.`,
    },
    keep: { label: 'Chance to stay', help: 'Between 0 and 1; at 0.8 one value in five is drawn again.' },
    draw: {
      label: 'Drawn',
      help: 'By frequency counts stay as they are on average; evenly makes rare values commoner.',
      options: { frequencies: 'As often as each value occurs', evenly: 'Each value as likely' },
    },
    together: {
      label: 'Columns move together',
      help: 'On: all are drawn as one value; for ZIP, city and region.',
    },
  },
  'sample-rows': {
    label: 'Sample',
    summary: 'Lets some of the people leave, drawn at random, with all their rows; the others are counted as left out.',
    describe: (share: number) =>
      `Keep ${Number((share * 100).toFixed(4))} % of the people, drawn at random, with all of their rows.`,
    share: { label: 'Share', help: 'Between 0 and 1: 0.1 keeps one person in ten.' },
  },
};
