import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { AudienceMade } from '#shared/domain/audience.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { findPlatform, platformIds, type PlatformId } from '#shared/recipe/platforms/index.ts';
import type { PlatformField, PlatformProfile } from '#shared/recipe/platforms/platform-profile.ts';
import { uploadLayouts } from '#shared/recipe/platforms/upload-layout.ts';
import { audiencesText as text } from '#shared/text/engine/audiences.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { FileLayout } from '#engine/release/formats/laid-out.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { audienceRecipe, type Criterion, type Identifier } from './audience-recipe.ts';

export interface AskedAudience {
  platform: string;
  where: readonly Criterion[];
  /** Id, code or slug. */
  purpose: string;
  callingCode: string;
  match?: PlatformField | undefined;
  today?: string | undefined;
}

/** What holds of an audience whatever table it is made of. */
interface Basis {
  profile: PlatformProfile<PlatformId>;
  purpose: string;
  referenceDate: string;
}

/** @throws Failure WRONG_USAGE for a platform, a day or a purpose that there is not, or that is not for targeting */
export function audienceBasis(state: EngineSession, asked: AskedAudience): Basis {
  const id = platformIds.find((known) => known === asked.platform.trim().toLowerCase());
  if (id === undefined) throw new Failure('WRONG_USAGE', text.noPlatform(asked.platform, platformIds));
  const referenceDate = asked.today ?? state.today();
  if (!z.iso.date().safeParse(referenceDate).success) throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  const purpose = state.purpose(asked.purpose);
  if (!purpose.targeting || !isOnConsent(state, purpose))
    throw new Failure('WRONG_USAGE', text.notOnConsent(purpose.title));
  return { profile: findPlatform(id), purpose: purpose.id, referenceDate };
}

/** A rule that was not read itself is not confirmed, and neither is a list that goes by it. */
const isConfirmed = ({ confirmed, maid }: PlatformProfile, identifiers: readonly Identifier[]): boolean =>
  confirmed &&
  (typeof maid !== 'object' || maid === null || maid.confirmed || identifiers.every(({ field }) => field !== 'maid'));

function made(
  profile: PlatformProfile<PlatformId>,
  { layout, identifiers }: { layout: FileLayout; identifiers: Identifier[] },
  policy: PolicyInForce,
): AudienceMade {
  const laid = uploadLayouts[profile.id];
  const smallest = policy.ruling('platform-minimum', profile.id);
  const retention = policy.ruling('platform-retention', profile.id);
  return {
    platform: profile.id,
    label: profile.label,
    identifiers,
    profile: {
      version: profile.version,
      checkedOn: profile.checkedOn,
      source: profile.source,
      confirmed: isConfirmed(profile, identifiers),
    },
    layout: {
      headers: layout.columns.map(({ header }) => header),
      headed: layout.headed,
      checkedOn: laid.checkedOn,
      source: laid.source,
      confirmed: laid.confirmed,
    },
    smallest: smallest && {
      people: smallest.value,
      source: smallest.row.source,
      checkedOn: smallest.row.checkedOn,
    },
    retention: retention && {
      days: retention.value,
      source: retention.row.source,
      checkedOn: retention.row.checkedOn,
      note: retention.row.note,
    },
  };
}

/**
 * How an audience is made of a table for a platform.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE where nobody may be chosen so
 */
export async function audienceOfTable(
  state: EngineSession,
  table: TableInHand,
  asked: AskedAudience,
  basis: Basis,
): Promise<{ recipe: Recipe; layout: FileLayout; audience: AudienceMade }> {
  const wish = { ...asked, ...basis, match: asked.match ?? null };
  const { recipe, ...laid } = audienceRecipe(await table.findings(), wish, table.fileName);
  return {
    recipe,
    layout: laid.layout,
    audience: made(basis.profile, laid, state.policyOn(basis.referenceDate)),
  };
}
