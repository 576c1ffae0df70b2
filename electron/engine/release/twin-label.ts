import type { AttackFindings, AttackKind } from '#shared/domain/attack-results.ts';
import type { DisclosureTest } from '#shared/domain/release-figures.ts';
import { releaseText as text } from '#shared/text/engine/release.ts';
import type { WayMade } from '../run-recipe/ways/apply-way.ts';
import { attacked, type Answer } from './attack-answers.ts';
import type { LabelledRelease } from './release-label.ts';
import type { Spent } from './spent-together.ts';

type Drawn = WayMade & { id: 'synthesise' | 'noisy-counts' };

/** A question is passed where an attack of its kind passed and none is refused. */
const resultOf = (attacks: AttackFindings | null, kind: AttackKind): DisclosureTest['result'] =>
  attacks?.results.some(({ attack, verdict }) => attack === kind && verdict === 'passed') ? 'pass' : 'not-assessed';

/**
 * What may be said of rows or counts that are drawn: that they are nobody's, how much one person can have changed them,
 * and what attacks on others drawn alike found. One that is refused keeps the word away.
 */
export function labelTwin(
  way: Drawn,
  { relinkable, spent, attacks }: { relinkable: number; spent: Spent | null; attacks: AttackFindings | null },
): LabelledRelease {
  const { id, rows, spend } = way;
  const { epsilon, delta, most } = spend;
  const { releases = 1, epsilon: all = epsilon } = spent?.together ?? {};
  const answer = (test: AttackKind, detail: string): Answer =>
    attacked({ test: { test, result: resultOf(attacks, test), detail }, missing: [] }, attacks);
  const answers = [
    answer('singling-out', text.twin.bound(epsilon, delta)),
    answer('linkability', id === 'synthesise' ? text.twin.alike(relinkable) : text.twin.countsAlike),
    answer('inference', text.twin.inference),
  ];
  const tests = answers.map(({ test }) => test);
  const refused = answers.flatMap(({ missing }) => missing);
  const each = id === 'synthesise' && most !== null ? text.twin.onePerPerson : '';
  const together = releases > 1 ? text.twin.together(all, releases) : '';
  if (refused.length > 0) return { label: 'pseudonymised', statement: text.twin.refused, tests, missing: refused };
  return {
    label: 'synthetic',
    statement:
      (way.id === 'synthesise'
        ? text.synthetic(rows, epsilon, delta)
        : text.noisyCounts(rows, epsilon, delta) + text.within(way.figures)) +
      each +
      together,
    tests,
    missing: [text.twin.drawn],
  };
}
