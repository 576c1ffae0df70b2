import { counted } from '../numbers.ts';

/** `custos quality` and what stands under it. */
export const qualityCommandText = {
  description:
    'checks of accuracy (GDPR Art. 5(1)(d)): complete, valid, unique, consistent, plausible, up to date; proposed from what ' +
    'the columns hold. A dataset of a workspace is entered in its register; exit 1 when a check failed and nobody settled it',
  dataset: 'the dataset of the workspace, by name or by its file',
  which: 'Say what to check: a file, or a dataset of a workspace with --workspace and --dataset.',
  notBoth: 'Give a file, or --workspace with --dataset: a file in no workspace is entered nowhere.',
  propose: 'list the checks with the reason for each, and run none',
  heads: ['State', 'What is asked', 'What was found', 'Masked examples'],
  proposedHeads: ['Is it …', 'What is asked', 'Why', 'Check'],
  done: (checks: number, rows: number, failed: number, open: number) =>
    `${counted(checks, 'check')} over ${counted(rows, 'row')}: ${failed} failed, ${open} open.`,
  kept: (entry: number, next: string) => `Register entry ${entry}. Next check by ${next}.`,
  next: (everyDays: number, next: string, overdue: boolean) =>
    `Checked every ${counted(everyDays, 'day')}; next by ${next}${overdue ? ', which is over' : ''}.`,
  settle: {
    description: 'says what becomes of a finding of the newest run, with the reason',
    check: 'the check as --json names it: valid:email',
    how: 'corrected-at-source, accepted or rectify-later',
    until: 'rectify-later: the day by which, as 2026-12-31',
    reason: 'why; it stands in the register',
    done: 'Entered.',
    examples: [
      'custos quality settle filled:phone --how accepted --reason "Optional since 2025" --workspace Acme.custos --dataset customers',
    ],
  },
  schedule: {
    description: 'sets how often a dataset is checked, and after how many days its rows are old',
    every: 'days from one check to the next',
    fresh: 'days after which a row without a newer day is old',
    none: 'Say how often with --every, or when rows are old with --fresh.',
    examples: ['custos quality schedule --every 90 --reason "Sold weekly" --workspace Acme.custos --dataset customers'],
  },
  sample: {
    description: 'draws rows by a seed, to be held against their source by a person; the same seed draws the same rows',
    size: 'how many rows',
    seed: 'a whole number from 0 to 4294967295',
    columns: 'the columns that are looked at, with commas between; default: all',
    row: 'Row',
    done: (rows: number) =>
      `${counted(rows, 'row')} drawn. Hold each against its source, then: custos quality audit with the same size, seed and columns.`,
    examples: [
      'custos quality sample --size 50 --seed 7 --columns email,city --workspace Acme.custos --dataset customers',
    ],
  },
  audit: {
    description: 'enters how the rows of a sample were found; rows that are not named are right',
    wrong: 'row numbers that are wrong, with commas between, as the sample lists them',
    cannotTell: 'row numbers of which the source does not tell',
    badRow: (typed: string) =>
      `${typed} is no row number. Write the numbers that the sample lists, with commas between.`,
    done: (entry: number) => `Register entry ${entry}.`,
    noneTold: 'Of no row the source could tell: nothing is known of the others.',
    examples: [
      'custos quality audit --size 50 --seed 7 --columns email,city --wrong 12,340 --workspace Acme.custos --dataset customers',
    ],
  },
  examples: ['custos quality customers.csv', 'custos quality --workspace Acme.custos --dataset customers --json'],
};
