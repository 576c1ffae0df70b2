import { basename } from 'node:path';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { requireOwnCompanions } from '#engine/release/place/own-companions.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { overridingOf } from './overriding-of.ts';
import { releaseTable } from './release-table.ts';
import { withPopulation } from './with-population.ts';

/** Runs a dataset's working recipe; what is answered names files without their folders. */
export async function releaseDataset(
  state: EngineSession,
  job: JobContext,
  input: {
    datasetId: string;
    recipe: Recipe;
    grantId: string;
    keepOrder: boolean;
    asText: boolean;
    asSource: boolean;
    recipient?: string | undefined;
    overridden: AskedOverrides;
  },
): Promise<ReleaseResult> {
  const { datasetId, recipe, keepOrder, recipient } = input;
  const outputPath = state.grants.path(input.grantId, 'write');
  const overriding = overridingOf(state, input.overridden);
  await guardWrite(state, releaseOutputs(outputPath));
  await requireOwnCompanions(outputPath);
  await state.dataset(datasetId);
  // Who runs the recipe has finished with it: the register says so before the release.
  state.recipeSittings.end(state.requireWorkspace(), datasetId);
  // What lies in memory was read a while ago: the release goes by what is held against the register now.
  state.refreshRecord(datasetId);
  return withDataset(state, datasetId, async (table) => {
    // A save dialog has asked already whether to replace the output.
    const request = {
      recipe,
      outputPath,
      keys: null,
      workingRecipe: true,
      keepOrder,
      asText: input.asText,
      asSource: input.asSource,
      force: true,
      recipient,
      overriding,
    };
    const result = await withPopulation(state, recipe, undefined, jobPart(job, 0, 10), (population) =>
      releaseTable(state, jobPart(job, 10, 100), table, { ...request, population }),
    );
    const { output, certificate, proof, descriptor } = result;
    return {
      ...result,
      output: basename(output),
      certificate: basename(certificate),
      proof: proof && basename(proof),
      descriptor: descriptor && basename(descriptor),
    };
  });
}
