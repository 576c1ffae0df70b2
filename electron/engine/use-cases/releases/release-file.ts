import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { keysFromFile } from '#engine/keys/keys-from-file.ts';
import { readKeyFile } from '#engine/keys/read-key-file.ts';
import { putRightLeftReleases } from '#engine/release/place/placing-note.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { overridingOf } from './overriding-of.ts';
import { recipientBefore } from './recipient-before.ts';
import { releaseTable } from './release-table.ts';
import { withPopulation } from './with-population.ts';

interface FileRelease {
  grantId: string;
  options?: Partial<IntakeOptions> | undefined;
  recipe: Recipe;
  outputGrantId: string;
  keyGrantId?: string | undefined;
  /** A table of everybody that the rows were drawn from. */
  populationGrantId?: string | undefined;
  keepOrder: boolean;
  asText: boolean;
  asSource: boolean;
  today?: string | undefined;
  recipient?: string | undefined;
  recipientAsBefore: boolean;
  overridden: AskedOverrides;
  force: boolean;
}

/** Runs a recipe on a granted file: into the open workspace's register where one is open, else by itself. */
export async function releaseFile(state: EngineSession, job: JobContext, input: FileRelease): Promise<ReleaseResult> {
  const { recipe, keepOrder, force, today } = input;
  const outputPath = state.grants.path(input.outputGrantId, 'write');
  const keys =
    input.keyGrantId === undefined
      ? null
      : keysFromFile(await readKeyFile(state.grants.readPath(input.keyGrantId, 'key')));
  const overriding = overridingOf(state, input.overridden);
  await guardWrite(state, releaseOutputs(outputPath));
  // Without a workspace nothing else knows of it: it stands where output and certificate both bear their names.
  await putRightLeftReleases(state.environment.profileDirectory, null, ({ inPlace }) => inPlace);
  const classifying = jobPart(job, 10, 20);
  return withFile(
    state,
    input,
    jobPart(job, 0, 10),
    (table) => {
      const before =
        input.recipientAsBefore && input.recipient === undefined ? recipientBefore(state, table, recipe) : undefined;
      const { populationGrantId: everybody } = input;
      const given = everybody === undefined ? undefined : { grantId: everybody };
      return withPopulation(state, recipe, given, jobPart(job, 20, 25), (population) =>
        releaseTable(state, jobPart(job, 25, 100), table, {
          recipe,
          outputPath,
          keys,
          keepOrder,
          asText: input.asText,
          asSource: input.asSource,
          force,
          today,
          population,
          recipient: input.recipient ?? before,
          recipientAsBefore: before !== undefined,
          overriding,
        }),
      );
    },
    {
      forRelease: true,
      sparing: true,
      onClassifying: (done, total) =>
        classifying.progress({ phase: jobsText.phases.classifying, done, total, unit: 'columns' }),
    },
  );
}
