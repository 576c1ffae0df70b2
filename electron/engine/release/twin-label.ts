import { releaseText as text } from '#shared/text/engine/release.ts';
import type { WayMade } from '../run-recipe/ways/apply-way.ts';
import type { Spent } from './spent-together.ts';
import type { LabelledRelease } from './release-label.ts';

/**
 * What may be said of a synthetic twin: that its rows are nobody's, and how much one person can have changed it. Whether
 * the three questions of WP216 are passed is for attacks to say; a bound of its own kind is given instead.
 */
export function labelTwin(
  { id, rows, spend: { epsilon, delta } }: WayMade & { id: 'synthesise' | 'noisy-counts' },
  { relinkable, spent }: { relinkable: number; spent: Spent | null },
): LabelledRelease {
  const { releases = 1, epsilon: all = epsilon } = spent?.together ?? {};
  return {
    label: 'synthetic',
    statement:
      (id === 'synthesise' ? text.synthetic(rows, epsilon, delta) : text.noisyCounts(rows, epsilon, delta)) +
      (releases > 1 ? text.twin.together(all, releases) : ''),
    tests: [
      { test: 'singling-out', result: 'not-assessed', detail: text.twin.bound(epsilon, delta) },
      { test: 'linkability', result: 'not-assessed', detail: text.twin.alike(relinkable) },
      { test: 'inference', result: 'not-assessed', detail: text.twin.inference },
    ],
    missing: [text.twin.drawn],
  };
}
