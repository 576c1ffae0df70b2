import { releaseText as text } from '#shared/text/engine/release.ts';
import type { WayMade } from '../run-recipe/ways/apply-way.ts';
import type { LabelledRelease } from './release-label.ts';

/**
 * What may be said of a synthetic twin: that its rows are nobody's, and how much one person can have changed it. Whether
 * the three questions of WP216 are passed is for attacks to say; a bound of its own kind is given instead.
 */
export function labelTwin(
  { rows, epsilon, delta }: WayMade & { id: 'synthesise' },
  relinkable: number,
): LabelledRelease {
  return {
    label: 'synthetic',
    statement: text.synthetic(rows, epsilon, delta),
    tests: [
      { test: 'singling-out', result: 'not-assessed', detail: text.twin.bound(epsilon, delta) },
      { test: 'linkability', result: 'not-assessed', detail: text.twin.alike(relinkable) },
      { test: 'inference', result: 'not-assessed', detail: text.twin.inference },
    ],
    missing: [text.twin.drawn],
  };
}
