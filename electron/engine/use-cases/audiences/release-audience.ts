import { z } from 'zod';
import type { AudienceResult } from '#shared/contract/audiences.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { findPlatform, platformIds } from '#shared/recipe/platforms/index.ts';
import { uploadLayouts } from '#shared/recipe/platforms/upload-layout.ts';
import { audiencesText as text } from '#shared/text/engine/audiences.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { releaseTable } from '../releases/release-table.ts';
import { audienceRecipe, type Criterion } from './audience-recipe.ts';

interface AskedAudience {
  grantId: string;
  options?: Partial<IntakeOptions> | undefined;
  platform: string;
  where: readonly Criterion[];
  /** Id, code or slug. */
  purpose: string;
  callingCode: string;
  outputGrantId: string;
  today?: string | undefined;
  force: boolean;
}

/**
 * Writes a segment of a granted file as a platform takes customer lists: by the steps of any targeting release, into
 * the register of the open workspace, the platform being the recipient.
 * @throws Failure WORKSPACE_NONE, WRONG_USAGE, COLUMN_UNKNOWN, TARGET_MISSED where the audience is too small,
 *   GUARDRAIL_BLOCKS, and whatever a release throws
 */
export async function releaseAudience(
  state: EngineSession,
  job: JobContext,
  asked: AskedAudience,
): Promise<AudienceResult> {
  state.requireWorkspace();
  const id = platformIds.find((known) => known === asked.platform.trim().toLowerCase());
  if (id === undefined) throw new Failure('WRONG_USAGE', text.noPlatform(asked.platform, platformIds));
  const referenceDate = asked.today ?? state.today();
  if (!z.iso.date().safeParse(referenceDate).success) throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  const profile = findPlatform(id);
  const purpose = state.purpose(asked.purpose);
  if (!purpose.targeting || !isOnConsent(state, purpose))
    throw new Failure('WRONG_USAGE', text.notOnConsent(purpose.title));
  const outputPath = state.grants.path(asked.outputGrantId, 'write');
  await guardWrite(state, releaseOutputs(outputPath));
  return withFile(
    state,
    asked,
    jobPart(job, 0, 10),
    async (table) => {
      const wish = { ...asked, profile, purpose: purpose.id, referenceDate };
      const { recipe, layout, identifiers } = audienceRecipe(await table.findings(), wish, table.fileName);
      const released = await releaseTable(state, jobPart(job, 20, 100), table, {
        recipe,
        outputPath,
        keys: null,
        keepOrder: false,
        layout,
        // Who may be targeted is no matter of an exception.
        overriding: null,
        force: asked.force,
        today: asked.today,
        recipient: profile.label,
      });
      const smallest = state.policyOn(referenceDate).ruling('platform-minimum', id);
      const { label, version, checkedOn, source, confirmed } = profile;
      const laid = uploadLayouts[id];
      return {
        ...released,
        audience: {
          platform: id,
          label,
          where: [...asked.where],
          identifiers,
          profile: { version, checkedOn, source, confirmed },
          layout: {
            headers: layout.columns.map(({ header }) => header),
            headed: layout.headed,
            checkedOn: laid.checkedOn,
            source: laid.source,
            confirmed: laid.confirmed,
          },
          smallest: smallest && { people: smallest.value, source: smallest.row.source },
        },
      };
    },
    { forRelease: true },
  );
}
