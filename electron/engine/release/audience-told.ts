import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { platformsOf } from '#shared/recipe/platforms/platforms-of.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import type { MeasuredOutput } from './measure-output.ts';

/**
 * Stops an audience for a platform of people whose age or consent nothing tells: everybody in it is of unknown age, or
 * of unknown consent, and neither is a yes.
 * @throws Failure TARGET_MISSED
 */
export function refuseUntoldAudience(
  { compiled }: Pick<TransformedRows, 'compiled'>,
  recipe: Recipe,
  { facts }: Pick<MeasuredOutput, 'facts'>,
  findings: GuardFinding[],
): void {
  if (compiled.segment.length === 0 || platformsOf(recipe).length === 0) return;
  const untold = [
    ...(facts.consent.state === 'not-told' ? [releaseText.nothingTells.consent] : []),
    ...(facts.minors.state === 'not-told' ? [releaseText.nothingTells.age] : []),
  ];
  if (untold.length > 0) throw new Failure('TARGET_MISSED', releaseText.audienceUntold(untold), { findings });
}
