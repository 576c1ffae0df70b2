import { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { addSpends, type SpentTogether } from '#engine/anonymise/noise/add-spends.ts';
import { isDrawn, type WayMade } from '../run-recipe/ways/apply-way.ts';
import type { EarlierRelease } from './join-earlier.ts';

/** What a release spent of the protection of noise, and what it makes together with those before it. */
export interface Spent {
  here: PrivacySpend;
  together: SpentTogether & { releases: number };
}

/**
 * Adds what a release spends to what earlier ones of the same source spent, as far as a register tells of them; null
 * where the release has no noise. One that is made again with the same key has the same noise: it tells nothing new, and
 * stands once among the earlier ones.
 */
export function spentTogether(
  way: WayMade | null,
  plan: string,
  earlier: readonly EarlierRelease[] | null,
): Spent | null {
  if (!isDrawn(way)) return null;
  const before = (earlier ?? []).flatMap(({ made, edition }) =>
    edition !== undefined || made?.spent === undefined || made.planHash === plan ? [] : [made.spent],
  );
  return { here: way.spend, together: { ...addSpends([...before, way.spend]), releases: before.length + 1 } };
}

/** @throws Failure TARGET_MISSED where all of them together leave too little protection */
export function refuseSpent(spent: Spent | null, policy: PolicyInForce, findings: GuardFinding[]): void {
  const most = policy.value('privacy-budget', 'together') / 100;
  if (spent === null || spent.together.epsilon <= most) return;
  throw new Failure('TARGET_MISSED', releaseText.overSpent(spent.together.epsilon, spent.together.releases, most), {
    findings,
  });
}
