import { shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** Sentences of the engine about the quality of datasets. */
export const qualityEngineText = {
  checking: 'Checking quality',
  nothingToCheck: (name: string) =>
    `Nothing of ${shortName(name)} can be checked: no row is in it, or no column is of a kind that has checks. Decide under Classify what its columns hold.`,
  noRun: (name: string) => `The quality of ${shortName(name)} was not checked yet. Run the checks first.`,
  otherRun: (entry: number, newest: number) =>
    `Entry ${count(entry)} is not the newest run of the checks. Settle what entry ${count(newest)} found.`,
  noCheck: (id: string) => `No check of the newest run is called ${shortName(id)}.`,
  nothingToSettle: (id: string) => `Nothing fails ${shortName(id)}: there is nothing to settle.`,
  reason: 'Say why: the reason stands in the register.',
  untilNeeded: 'Say by which day it will be rectified, as 2026-12-31.',
  untilPast: (day: string) => `${day} is over. Name a day that is still to come.`,
  noDays: (least: number, most: number) => `Give a whole number of days from ${count(least)} to ${count(most)}.`,
  emptyDataset: (name: string) => `${shortName(name)} has no rows to draw from.`,
  noSample: (most: number) => `Draw between 1 and ${counted(most, 'row')}, with a seed from 0 to 4,294,967,295.`,
  marksMissing: (drawn: number, marked: number) =>
    `${counted(drawn, 'row was', 'rows were')} drawn and ${count(marked)} marked. Mark each drawn row once: right, wrong or cannot tell.`,
  strangeRow: (row: number) => `Row ${count(row + 1)} was not drawn with this seed. Mark the drawn rows only.`,
};
