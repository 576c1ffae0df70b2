import type { AttackKind } from '#shared/domain/attack-results.ts';

/** One attack as it is told apart from others: what is counted of it on several halves belongs together. */
export interface AttackName {
  attack: AttackKind;
  size: number;
  level?: 'row' | 'group';
  column?: string;
  /** Whether something is judged by it, or it is told beside the others. */
  judged: boolean;
}

/** Successes and targets of one attack. */
export interface AttackTally extends AttackName {
  main: number;
  mainTargets: number;
  control: number;
  controlTargets: number;
  /** Of the naive guess, on those who were in. */
  baseline: number;
  baselineTargets: number;
}

export const noTally = (name: AttackName): AttackTally => ({
  ...name,
  main: 0,
  mainTargets: 0,
  control: 0,
  controlTargets: 0,
  baseline: 0,
  baselineTargets: 0,
});

const keyOf = ({ attack, size, level, column }: AttackName): string => JSON.stringify([attack, size, level, column]);

/** Adds up what was counted of the same attack on several halves, in the order in which it is first met. */
export function addTallies(tallies: readonly AttackTally[]): AttackTally[] {
  const sums = new Map<string, AttackTally>();
  for (const tally of tallies) {
    const sum = sums.get(keyOf(tally)) ?? noTally(tally);
    sums.set(keyOf(tally), {
      ...sum,
      main: sum.main + tally.main,
      mainTargets: sum.mainTargets + tally.mainTargets,
      control: sum.control + tally.control,
      controlTargets: sum.controlTargets + tally.controlTargets,
      baseline: sum.baseline + tally.baseline,
      baselineTargets: sum.baselineTargets + tally.baselineTargets,
    });
  }
  return [...sums.values()];
}
