import type { FairnessAudit, Grouping } from '#shared/domain/fairness-audit.ts';

/**
 * How many comparisons with a reference were tested, and in how many families: one per column (or crossing) and measure,
 * within which Holm's adjustment is made.
 */
export function testedIn(groupings: readonly Grouping[]): FairnessAudit['tested'] {
  const families = groupings.flatMap(({ groups }) => {
    const tests = new Map<string, number>();
    for (const { measure, against } of groups.flatMap(({ measures }) => measures))
      if (against) tests.set(measure, (tests.get(measure) ?? 0) + 1);
    return [...tests.values()];
  });
  return { comparisons: families.reduce((sum, many) => sum + many, 0), families: families.length };
}

/** Groups of one person, in the columns by themselves; in a crossing there are always some. */
export const groupsOfOne = (groupings: readonly Grouping[]): number =>
  groupings
    .filter(({ columns }) => columns.length === 1)
    .reduce((sum, { groups }) => sum + groups.filter(({ people }) => people === 1).length, 0);
