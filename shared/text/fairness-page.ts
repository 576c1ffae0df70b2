import { counted, listed } from './numbers.ts';

/** 0.1652 → "16.5 %". */
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** An audit of groups as a page. */
export const fairnessPageText = {
  title: (file: string) => `Groups side by side: ${file}`,
  question: (column: string, rule: string) =>
    `Who is chosen less often (${column} ${rule}), and is it more than chance? This page says what was measured; it calls ` +
    'nothing just or unjust.',
  file: 'File',
  made: 'Made on',
  people: 'Rows measured',
  chosen: 'Chosen',
  chosenOf: (chosen: number, people: number, { value, low, high }: { value: number; low: number; high: number }) =>
    `${chosen} of ${people}: ${percent(value)}, 95 % ${percent(low)} … ${percent(high)}`,
  label: 'What came',
  noLabel: 'not given: rates only, nothing of mistakes',
  labelOf: (column: string, rule: string, positive: number, people: number) =>
    `${column} ${rule}: ${positive} of ${people}`,
  score: 'Score',
  by: (columns: readonly string[]) => `By ${listed(columns)}`,
  heldAgainst: (group: string, why: 'largest' | 'named') =>
    `Every group is held against “${group}”, ${why === 'largest' ? 'the largest' : 'as was asked'}.`,
  hidden: (small: number, others: number, fewest: number) =>
    `${counted(small, 'group', 'groups')} of fewer than ${fewest} people ${small === 1 ? 'is' : 'are'} not shown` +
    `${others === 0 ? '' : `; of ${counted(others, 'other group', 'other groups')} only the verdict is, so that no sum tells of them`}.`,
  rates: 'Share chosen, 95 % interval; the broken line is the share of all',
  ratios: 'Ratio to the reference, 95 % interval; grey: 0.8 … 1.25; hollow: too small to judge',
  mistakes: 'Mistakes',
  calibration: 'What came, by score',
  limits: 'What to know of these numbers',
  formulas: 'Formulas',
  formulaHeads: ['name', 'formula'],
};
