import { count, counted, moment } from '../numbers.ts';
import { smallShare } from '../quality.ts';

/** Sentences of the Quality tab of a dataset. */
export const qualityWindowText = {
  job: (name: string) => `Checking the quality of ${name}`,
  title: 'Quality',
  run: 'Check quality',
  again: 'Check again',
  entry: (seq: number) => `Entry ${count(seq)}`,
  never: (checks: number, next: string) =>
    `${counted(checks, 'check')} ${checks === 1 ? 'follows' : 'follow'} from what the columns hold. None was run yet; due by ${next}.`,
  nothing: 'No check follows from what the columns hold. Decide under Classify what they are.',
  rhythm: (everyDays: number, next: string, overdue: boolean) =>
    `Checked every ${counted(everyDays, 'day')}; next by ${next}${overdue ? ', which is over' : ''}.`,
  checked: (at: string, checks: number, rows: number, open: number) =>
    `Checked ${moment(at)}: ${counted(checks, 'check')} over ${counted(rows, 'row')}, ${open === 0 ? 'nothing open' : `${open} open`}.`,
  change: 'Change…',
  heads: { state: 'State', asks: 'What is asked', why: 'Why', found: 'What was found', trend: 'Runs' },
  proposed: 'Checks that follow from the columns',
  findings: 'Findings, open ones first',
  passed: (many: number) => `${counted(many, 'check')} passed`,
  examples: 'Masked:',
  trend: (points: readonly { day: string; rows: number; failures: number }[]) =>
    `Share that failed: ${points.map(({ day, rows, failures }) => `${day} ${smallShare(failures / rows)}`).join(', ')}`,
  settle: {
    button: 'Settle…',
    of: (what: string) => `Settle: ${what}`,
    title: 'What becomes of it?',
    confirm: 'Enter',
    way: 'It is',
    ways: {
      'corrected-at-source': 'corrected at its source; the file is imported again',
      accepted: 'accepted as it is',
      'rectify-later': 'to be rectified by a day',
    },
    until: 'By',
    reason: 'Why? The reason stands in the register.',
  },
  schedule: {
    title: 'How often is it checked?',
    confirm: 'Enter',
    every: 'Days from one check to the next',
    fresh: 'Days after which a row is old',
    reason: 'Why? The reason stands in the register.',
  },
  sample: {
    title: 'Held against the source',
    sentence:
      'Draw rows by a seed and hold each against where it came from: a contract, a letter, the person. The same seed draws ' +
      'the same rows.',
    size: 'Rows',
    seed: 'Seed',
    columns: 'Columns to look at',
    draw: 'Draw rows',
    row: 'Row',
    mark: 'Found',
    show: 'Show values',
    shown: 'The register says who looked.',
    enter: (marked: number, drawn: number) => `Enter ${marked} of ${drawn}`,
    list: 'Samples so far',
    of: (at: string, drawn: number, seed: number) => `${moment(at)}, ${counted(drawn, 'row')} by seed ${seed}:`,
    noneTold: 'the source told of none',
    markOf: (row: number) => `What the source says of row ${count(row + 1)}`,
  },
};
