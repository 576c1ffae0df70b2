import type { AttackResult, AttackVerdict } from '#shared/domain/attack-results.ts';
import { shortName } from './names.ts';
import { count, counted, listed } from './numbers.ts';

/** A share that shows what a limit is held against: 0.1 → "10.0 %". */
const tenths = (share: number): string => `${(Math.round(share * 1000) / 10 + 0).toFixed(1)} %`;

/** Attacks on a release, in the same words wherever they are told. */
export const attackText = {
  verdicts: { passed: 'passed', refused: 'refused', 'cannot-be-judged': 'cannot be judged' } satisfies Record<
    AttackVerdict,
    string
  >,
  /** Beside a verdict that is null. */
  told: 'not judged by',
  none: '–',
  share: tenths,
  /** What was tried. */
  name: ({ attack, size, level, column }: Pick<AttackResult, 'attack' | 'size' | 'level' | 'column'>): string => {
    if (attack === 'singling-out') return `Singling out by ${counted(size, 'column')}`;
    if (attack === 'inference') return `Inference of ${shortName(column ?? '')} from ${counted(size, 'other column')}`;
    return level === 'group'
      ? 'Linking two halves of the columns to one group'
      : size === 1
        ? 'Linking two halves of the columns to one row'
        : `Linking two halves of the columns, ${count(size)} nearest rows each`;
  },
  heads: {
    attack: 'Attack',
    main: 'Were in',
    control: 'Were not',
    baseline: 'Naive guess',
    difference: 'Difference',
    risk: 'Risk',
    interval: '95 % interval',
    verdict: 'Answer',
  },
  /** Successes and on how many they were tried. */
  success: (share: number, targets: number) => `${tenths(share)} of ${count(targets)}`,
  interval: (low: number, high: number) => `${tenths(low)} – ${tenths(high)}`,
  limits: (limits: Record<AttackResult['attack'], number>) =>
    `Singling out ${tenths(limits['singling-out'])}, linking ${tenths(limits.linkability)}, inference ` +
    `${tenths(limits.inference)}`,
  halves: (halves: number, rows: number) => `${count(halves)} random halves of ${counted(rows, 'row')}`,
  limit: 'Largest risk allowed',
  tried: 'Attacked',
  how:
    'The release was made anew of random halves of the rows. Each attack was tried on people of the half, and as control ' +
    'on people of the other half; the risk is what being in adds: (were in − were not) / (100 % − were not). Refused: ' +
    'the interval lies above the limit. Cannot be judged: the file is too small, or strangers are guessed too easily, ' +
    'for an interval to tell.',
  unjudged: (names: readonly string[]) =>
    `Attacks that could not be judged, because the file is too small or strangers are guessed too easily: ${names.join('; ')}.`,
  countsNotAttacked:
    'Attacks, which look for rows of people: no line of a table of counts with noise is one, and ε bounds what anybody can ' +
    'learn of one person.',
  notAttacked: 'The release was not attacked: it has too many columns, or none in which rows differ.',
  noControl:
    'No control: which rows were left out of the making of the file is not known, so what succeeds may succeed with ' +
    'everybody alike. Give --recipe, the recipe it was made with, and halves of the source are released and attacked.',
  nothingCompared:
    'No column of the file reads like the source column of its name, so no row could be compared with the source. ' +
    'Give --recipe, the recipe it was made with.',
  notCompared: (columns: readonly string[]) =>
    `Not compared, because their values read otherwise in the source, or it has no such column: ${listed(columns)}.`,
  madeOtherwise: (rows: number, of: number) =>
    `${count(rows)} of ${counted(of, 'row')} of the file are not what the recipe makes of any source row: another recipe, ` +
    'another source or another reference day made it, and the attacks below are about the recipe.',
  missingColumns: (columns: readonly string[]) =>
    `The recipe writes columns that the file does not have: ${listed(columns)}.`,
};

/** An attack as the cells of a table, under `attackText.heads`. */
export function attackCells(result: AttackResult): string[] {
  const { main, mainTargets, control, controlTargets, baseline, difference, risk, low, high, verdict } = result;
  const { name, success, share, interval, none, told, verdicts } = attackText;
  return [
    name(result),
    success(main, mainTargets),
    control === null ? none : success(control, controlTargets),
    share(baseline),
    difference === null ? none : share(difference),
    risk === null ? none : share(risk),
    low === null || high === null ? none : interval(low, high),
    verdict === null ? told : verdicts[verdict],
  ];
}
