import type { GuardrailId } from '#shared/guardrails/index.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { GuardMeasure } from '#shared/guardrails/guard-input.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { TargetMiss } from '#engine/privacy/target-misses.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { WayMade } from '../run-recipe/ways/apply-way.ts';
import type { LabelledRelease } from './release-label.ts';

/** What a way makes may be called at best. */
export const wordOfWay: Record<WayMade['id'], ReleaseLabel> = {
  'group-rows': 'k-anonymous',
  'count-rows': 'anonymised',
  'noisy-counts': 'synthetic',
  synthesise: 'synthetic',
};

/** The guardrail that says the same as a missed target. */
const smallClasses: GuardrailId = 'G6';

/** Blocks that nobody overrides. */
const standing = (findings: readonly GuardFinding[]): GuardFinding[] =>
  findings.filter(({ verdict, overridden }) => verdict === 'block' && overridden === undefined);

/**
 * Stops a release whose target is missed or which a guardrail blocks and nobody overrides; nothing has been written by then.
 * @throws Failure TARGET_MISSED, GUARDRAIL_BLOCKS, both with every guardrail's answer
 */
export function refuseRelease(
  release: ReleaseKind,
  { measure, excluded }: { measure: GuardMeasure; excluded: readonly { why: string; rows: number }[] },
  findings: GuardFinding[],
): void {
  const missed = (sentence: string): never => {
    throw new Failure('TARGET_MISSED', sentence, { findings });
  };
  // No generalising helps: all rows together are fewer than one group.
  if (measure.rowsIn > 0 && measure.targetK > measure.rowsIn && measure.suppressed > 0)
    missed(releaseText.kAboveRows(measure.targetK, measure.rowsIn));
  if (measure.rowsIn > 0 && measure.suppressed > measure.suppressionLimit * measure.rowsIn)
    missed(
      releaseText.tooManySuppressed(measure.targetK, measure.suppressed, measure.rowsIn, measure.suppressionLimit),
    );
  if (measure.rowsOut === 0 && (release === 'anonymised' || measure.rowsIn > 0))
    missed(excluded.length === 0 ? releaseText.noRows : releaseText.noAdults(measure.rowsIn, excluded));
  if (release === 'anonymised' && !measure.holdsNoRows) {
    const others = standing(findings).filter(({ id }) => id !== smallClasses);
    if (measure.k < measure.targetK && others.length === 0)
      missed(
        measure.quasiIdentifiers.length === 0
          ? releaseText.fewInAll(measure.k, measure.countsPeople, measure.targetK)
          : releaseText.smallestClass(measure.quasiIdentifiers, measure.k, measure.countsPeople, measure.targetK),
      );
  }
  const blocking = standing(findings);
  if (blocking.length > 0) throw new Failure('GUARDRAIL_BLOCKS', releaseText.blocked(blocking), { findings });
}

/**
 * Stops a release whose rows do not hold what its target asks for; the written file has no name yet.
 * @throws Failure TARGET_MISSED with every model that is missed
 */
export function refuseTarget(misses: readonly TargetMiss[], findings: GuardFinding[]): void {
  if (misses.length > 0)
    throw new Failure('TARGET_MISSED', releaseText.target.refused(misses.map(({ sentence }) => sentence)), {
      findings,
    });
}

/**
 * Stops a release that was asked for as anonymised and may not be called so, nor by the word that its recipe's way asks
 * for, or that points at people together with one of another edition; the written file has no name yet.
 * @throws Failure TARGET_MISSED with every condition that is missed
 */
export function refuseWord(
  { release, way }: { release: ReleaseKind; way: WayMade['id'] | null },
  { label, missing, pointsAt }: LabelledRelease & { pointsAt: boolean },
  findings: GuardFinding[],
): void {
  if (release !== 'anonymised') return;
  if (pointsAt || (label !== 'anonymised' && (way === null || label !== wordOfWay[way])))
    throw new Failure('TARGET_MISSED', releaseText.notAnonymised(missing), { findings });
}
