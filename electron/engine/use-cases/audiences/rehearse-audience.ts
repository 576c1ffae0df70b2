import type { AudienceRehearsal } from '#shared/contract/audiences.ts';
import { rehearseRelease } from '#engine/release/rehearse-release.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { registeredReleases } from '../releases/known-releases.ts';
import { releaseBasis } from '../releases/release-basis.ts';
import { audienceBasis, audienceOfTable, type AskedAudience } from './audience-of-table.ts';

/**
 * What a customer list would be told, by the steps that it would go: nothing is written.
 * @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, TARGET_MISSED where nobody is left, JOB_CANCELLED
 */
export async function rehearseAudience(
  state: EngineSession,
  asked: AskedAudience & { datasetId: string },
  signal: AbortSignal | undefined,
): Promise<AudienceRehearsal> {
  const workspace = state.requireWorkspace();
  const basis = audienceBasis(state, asked);
  return withDataset(
    state,
    asked.datasetId,
    async (table) => {
      const { recipe, layout, audience } = await audienceOfTable(state, table, asked, basis);
      const release = await releaseBasis(state, table, { recipe, workingRecipe: false, today: asked.today });
      const { keys } = workspace;
      const { findings } = release;
      const told = await rehearseRelease(
        {
          ...release,
          overriding: null,
          keys,
          earlier: await registeredReleases(state, workspace, table, {
            findings,
            release: recipe.release,
            keys,
            signal,
          }),
          keepOrder: false,
          layout,
          workDirectory: table.directory,
          signal,
        },
        basis.referenceDate,
      );
      return { ...told, audience: { ...audience, where: [...asked.where] } };
    },
    { interrupt: signal },
  );
}
