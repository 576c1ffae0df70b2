import type { RecipeStep } from './recipe-parts.ts';

/** What a line of a written file is: a row of somebody; a group with how many are in it, exact or with noise; a row that was drawn. */
export const writtenKinds = ['rows', 'counts', 'noisy-counts', 'drawn'] as const;
export type WrittenAs = (typeof writtenKinds)[number];

/** What the last way of a recipe makes of its rows. */
export function writtenAs({ steps }: { steps: readonly Pick<RecipeStep, 'op' | 'settings' | 'enabled'>[] }): WrittenAs {
  const closing = steps.findLast(({ op, enabled }) => enabled && (op === 'count-rows' || op === 'synthesise'));
  if (closing === undefined) return 'rows';
  if (closing.op === 'synthesise') return 'drawn';
  return closing.settings['epsilon'] === 0 ? 'counts' : 'noisy-counts';
}
