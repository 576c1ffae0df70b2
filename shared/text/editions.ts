import { shortName } from './names.ts';
import { count, counted, percent } from './numbers.ts';

/** What is new in a file since the edition before it. */
export const editionText = {
  rows: (before: number, after: number) =>
    `${counted(after, 'row')}, ${count(before)} before: ` +
    `${after < before ? percent((before - after) / before) + ' fewer' : before === 0 ? 'more' : percent((after - before) / before) + ' more'}.`,
  added: (column: string, type: string) => `Column ${shortName(column)} is new, and found to be: ${type}.`,
  removed: (column: string) => `Column ${shortName(column)} is gone.`,
  reclassified: (column: string, from: string, to: string) =>
    `${shortName(column)} was found to be ${from} before, and is now: ${to}.`,
  retyped: (column: string, from: string, to: string) =>
    `The values of ${shortName(column)} were of type ${from} and are now of type ${to}.`,
  moved: (column: string, index: string, threshold: string) =>
    `The values of ${shortName(column)} are spread otherwise than before: stability index ${index}, told from ${threshold} on.`,
  newValues: (column: string, values: number, sensitive: boolean) =>
    `${shortName(column)} has ${counted(values, 'value')} that it never had before` +
    `${sensitive ? ', and it holds data of a special category' : ''}.`,
  finding: {
    new: (id: string, message: string) => `${id} is new: ${message}`,
    gone: (id: string, message: string) => `${id} says no more: ${message}`,
    changed: (id: string, message: string) => `${id} answers otherwise: ${message}`,
  },
  nowAndBefore: (now: string, before: string) =>
    [now && `Now: ${now}`, before && `Before: ${before}`].filter(Boolean).join(' '),
  asTargeting: (sentence: string) => `If anybody were targeted: ${sentence}`,
  notes: {
    byRecipe: (name: string) => `Both files were judged by the recipe of ${shortName(name)}.`,
    recipeUnfit: 'The recipe of the edition before does not fit this file: both files were judged as they are.',
    asTheyAre: 'No earlier edition has a recipe: both files were judged as they are.',
    measuredNow: 'The guardrails had not been run on the edition before: they ran on it now, as of the day it came in.',
    datesApart: 'Dates and texts of many different values are not compared value by value.',
  },
  nothingNew: (name: string) => `Nothing is new since ${shortName(name)}.`,
  heading: (news: number, name: string) =>
    `${counted(news, 'thing')} differ${news === 1 ? 's' : ''} from ${shortName(name)}:`,
  otherVersion: 'an answer of another version of the program.',
  deleted: 'a dataset that is gone',
};
