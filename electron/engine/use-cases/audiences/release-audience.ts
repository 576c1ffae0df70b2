import { basename } from 'node:path';
import type { AudienceResult } from '#shared/contract/audiences.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { withFile } from '#engine/tables/from-file.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { releaseTable } from '../releases/release-table.ts';
import { audienceBasis, audienceOfTable, type AskedAudience } from './audience-of-table.ts';

/** Where it goes. */
interface Target {
  outputPath: string;
  force: boolean;
}

/** Writes a segment of a table as a platform takes customer lists, the platform being the recipient. */
async function writeAudience(
  state: EngineSession,
  job: JobContext,
  table: TableInHand,
  { asked, outputPath, force }: Target & { asked: AskedAudience },
): Promise<AudienceResult> {
  const basis = audienceBasis(state, asked);
  const { recipe, layout, audience } = await audienceOfTable(state, table, asked, basis);
  const released = await releaseTable(state, job, table, {
    recipe,
    outputPath,
    keys: null,
    keepOrder: false,
    layout,
    audience,
    // Who may be targeted is no matter of an exception.
    overriding: null,
    force,
    today: asked.today,
    recipient: basis.profile.label,
  });
  return { ...released, audience: { ...audience, where: [...asked.where] } };
}

/**
 * Writes a segment of a granted file by the steps of any targeting release, into the register of the open workspace.
 * @throws Failure WORKSPACE_NONE, WRONG_USAGE, COLUMN_UNKNOWN, TARGET_MISSED where the audience is too small,
 *   GUARDRAIL_BLOCKS, and whatever a release throws
 */
export async function releaseAudience(
  state: EngineSession,
  job: JobContext,
  asked: AskedAudience & {
    grantId: string;
    options?: Partial<IntakeOptions> | undefined;
    outputGrantId: string;
    force: boolean;
  },
): Promise<AudienceResult> {
  state.requireWorkspace();
  audienceBasis(state, asked);
  const outputPath = state.grants.path(asked.outputGrantId, 'write');
  await guardWrite(state, releaseOutputs(outputPath));
  return withFile(
    state,
    asked,
    jobPart(job, 0, 10),
    (table) => writeAudience(state, jobPart(job, 20, 100), table, { asked, outputPath, force: asked.force }),
    { forRelease: true },
  );
}

/** The same of a dataset of the open workspace; what is answered names files without their folders. */
export async function releaseDatasetAudience(
  state: EngineSession,
  job: JobContext,
  asked: AskedAudience & { datasetId: string; grantId: string },
): Promise<AudienceResult> {
  const outputPath = state.grants.path(asked.grantId, 'write');
  await guardWrite(state, releaseOutputs(outputPath));
  // What lies in memory was read a while ago: the release goes by what is held against the register now.
  state.refreshRecord(asked.datasetId);
  return withDataset(state, asked.datasetId, async (table) => {
    // A save dialog has asked already whether to replace the output.
    const result = await writeAudience(state, job, table, { asked, outputPath, force: true });
    const { output, certificate, proof } = result;
    return {
      ...result,
      output: basename(output),
      certificate: basename(certificate),
      proof: proof && basename(proof),
    };
  });
}
