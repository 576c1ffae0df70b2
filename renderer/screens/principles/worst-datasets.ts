import type { PrinciplesShown } from '#shared/contract/principles.ts';
import type { GuardState } from '#shared/domain/guardrail.ts';

/** Columns beside the workspace's: more cannot be read at a glance. */
export const mostShown = 4;

const weight: Record<GuardState, number> = {
  blocked: 1000,
  'needs-you': 30,
  'not-stated': 1,
  passed: 0,
  'does-not-apply': 0,
};

/** The datasets that stand worst, worst first: a block outweighs any number of what else is open. */
export function worstDatasets({ datasets, cells }: PrinciplesShown): PrinciplesShown['datasets'] {
  const weightOf = (id: string): number =>
    cells.filter(({ dataset }) => dataset === id).reduce((sum, { state }) => sum + weight[state], 0);
  return datasets
    .map((dataset) => ({ dataset, weight: weightOf(dataset.id) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostShown)
    .map(({ dataset }) => dataset);
}
