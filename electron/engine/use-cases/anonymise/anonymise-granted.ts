import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile, type FileInput } from '#engine/tables/from-file.ts';
import { anonymiseFile } from './anonymise-file.ts';
import type { AskedAnonymise } from './asked-anonymise.ts';

/** Files are held to be what a release would hold them to be. */
const needs = { forRelease: true };

/** A granted file made anonymous, and one more read where everybody it was drawn from is in a file of their own. */
export function anonymiseGranted(
  state: EngineSession,
  input: FileInput & AskedAnonymise & { populationGrantId?: string | undefined },
  job: JobContext,
): Promise<AnonymisedFile> {
  const { populationGrantId } = input;
  if (populationGrantId === undefined)
    return withFile(state, input, job, (table) => anonymiseFile(state, table, input, job), needs);
  return withFile(
    state,
    input,
    jobPart(job, 0, 20),
    (table) =>
      withFile(
        state,
        { grantId: populationGrantId },
        jobPart(job, 20, 50),
        (everybody) => anonymiseFile(state, table, input, jobPart(job, 50, 100), everybody),
        needs,
      ),
    needs,
  );
}
