import { count, counted, moment } from '../numbers.ts';

/** What the window says of a later edition of a dataset. */
export const editionWindowText = {
  job: (name: string) => `Running the guardrails on ${name}`,
  title: (earlier: string) => `New since “${earlier}”`,
  none: (earlier: string) =>
    `Nothing is new since “${earlier}”: the guardrails answer the same, and the columns are alike.`,
  notYet: (earlier: string) =>
    `This file was not held against “${earlier}” yet: the guardrails have not been run on it.`,
  check: 'Run the guardrails',
  again: 'Run again',
  list: 'What differs, what is new first',
  weights: { block: 'Blocks', warn: 'Needs you', tell: 'To know' },
  changes: { new: 'new', gone: 'gone', changed: 'otherwise' },
  toGuardrail: 'Go to Release',
  toColumn: 'Go to Classify',
  all: (many: number) => `All ${count(many)}`,
  kept: (at: string, rows: { before: number; after: number }) =>
    `Looked at ${moment(at)}. ${counted(rows.after, 'row')}, ${count(rows.before)} before.`,
  entry: (seq: number) => `Entry ${seq}`,
};
