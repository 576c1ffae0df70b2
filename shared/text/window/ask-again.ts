import { count, counted } from '../numbers.ts';
import { shortName } from '../names.ts';

/** Data that came in on consent, and the list of people who are asked again. */
export const askAgainText = {
  title: 'These data came in on consent',
  cannotPass:
    'Whatever is weighed below, this test cannot let them be used for another purpose (Art. 6(4)): people are asked for a ' +
    'new consent, or a law says so. Then state that as the outcome, with the ground it rests on.',
  allowsNothing: 'The outcome that is stated allows nothing.',
  noDataset: 'The dataset of this test is not in the workspace, so no list can be made from it.',
  write: 'Write the list of people to ask again…',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was written.',
  name: (dataset: string) => `${dataset}.ask-again.csv`,
  done: (people: number, file: string) => `${counted(people, 'person', 'people')} listed in ${file}`,
  entry: (seq: number) => `Entry ${count(seq)}`,
  written: ({
    people,
    rows,
    fileName,
    noContact,
    refused,
    underAge,
    ageUnknown,
  }: {
    people: number;
    rows: number;
    fileName: string;
    noContact: number;
    refused: number;
    underAge: number;
    ageUnknown: number;
  }) =>
    `${counted(people, 'person', 'people')} of ${counted(rows, 'row')} listed in ${shortName(fileName)}. Not asked: ` +
    `${count(refused)} refused or withdrew, ${count(noContact)} cannot be reached, ${count(underAge)} under age, ` +
    `${count(ageUnknown)} of unknown age.`,
};
