import type { IntakeOptions } from '#shared/domain/intake.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { withFile, type FileInHand } from '#engine/tables/from-file.ts';

/** Opens tables one in the other, so that all are open together for the length of `work` and each is let go. */
export type OpenTables = <T>(job: JobContext, work: (tables: FileInHand[]) => Promise<T>) => Promise<T>;

type OpenOne = <T>(at: number, job: JobContext, work: (table: FileInHand) => Promise<T>) => Promise<T>;

const openAll =
  (many: number, openOne: OpenOne): OpenTables =>
  (job, work) => {
    const open = <T>(tables: FileInHand[], then: (tables: FileInHand[]) => Promise<T>): Promise<T> => {
      const at = tables.length;
      return at === many
        ? then(tables)
        : openOne(at, jobPart(job, at, at + 1), (table) => open([...tables, table], then));
    };
    return open([], work);
  };

/** Granted files that are in no workspace. */
export const openFiles = (
  state: EngineSession,
  files: readonly { grantId: string; options?: Partial<IntakeOptions> | undefined }[],
): OpenTables => openAll(files.length, (at, job, work) => withFile(state, files[at]!, job, work, { forRelease: true }));

/** Datasets of the open workspace; they are written with commas. */
export const openDatasets = (state: EngineSession, datasetIds: readonly string[]): OpenTables =>
  openAll(datasetIds.length, (at, _job, work) =>
    withDataset(state, datasetIds[at]!, (table) => work({ ...table, warnings: [], delimiter: undefined })),
  );
