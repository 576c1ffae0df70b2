import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { PolicyRuling } from '#shared/policy/policy-in-force.ts';
import { findPlatform } from '#shared/recipe/platforms/index.ts';
import { platformsOf } from '#shared/recipe/platforms/platforms-of.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import { matchedBy, type MeasuredOutput } from './measure-output.ts';

/**
 * The smallest audiences, and how long people stay in one, that hold for a recipe which chooses a segment for a platform;
 * none for any other.
 */
export const audienceRulings = (
  { compiled, policy }: Pick<TransformedRows, 'compiled' | 'policy'>,
  recipe: Recipe,
): PolicyRuling[] =>
  compiled.segment.length === 0
    ? []
    : platformsOf(recipe).flatMap((platform) =>
        (['platform-minimum', 'platform-retention'] as const).flatMap((topic) => policy.ruling(topic, platform) ?? []),
      );

/**
 * Stops an audience of fewer people than its platform can use, each counted once by what it is matched by.
 * @throws Failure TARGET_MISSED
 */
export async function refuseSmallAudience(
  rows: TransformedRows,
  recipe: Recipe,
  { kept }: Pick<MeasuredOutput, 'kept'>,
  findings: GuardFinding[],
): Promise<void> {
  const rulings = audienceRulings(rows, recipe);
  const identifiers = matchedBy(rows);
  if (rulings.length === 0 || identifiers.length === 0) return;
  const [counted] = await rows.duck.query<{ people: number }>(
    `SELECT count(DISTINCT (${identifiers.map((name) => `coalesce(${name}, '')`).join(" || ',' || ")})) AS people FROM ${kept}`,
  );
  const people = counted?.people ?? 0;
  for (const platform of platformsOf(recipe)) {
    const least = rulings.find(({ id, subject }) => id === 'platform-minimum' && subject === platform)?.value ?? 0;
    if (people < least)
      throw new Failure('TARGET_MISSED', releaseText.audienceTooSmall(findPlatform(platform).label, people, least), {
        findings,
      });
  }
}
