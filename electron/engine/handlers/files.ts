import type { Classification } from '#shared/domain/finding.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile, type FileInHand, type FileNeeds } from '#engine/tables/from-file.ts';
import { anonymiseGranted } from '#engine/use-cases/anonymise/anonymise-granted.ts';
import { classifyTable } from '#engine/use-cases/classify/classify-table.ts';
import { certifyForeign } from '#engine/use-cases/elsewhere/certify-foreign.ts';
import { auditFile } from '#engine/use-cases/fairness/audit-file.ts';
import { attackFile } from '#engine/use-cases/privacy/attack-file.ts';
import { compareFile } from '#engine/use-cases/privacy/compare-file.ts';
import { guardTable } from '#engine/use-cases/privacy/guard-table.ts';
import { releaseFilesTogether } from '#engine/use-cases/related/release-tables.ts';
import { riskOfGranted } from '#engine/use-cases/privacy/risk-of-granted.ts';
import { profileNotes } from '#engine/profile/profile-notes.ts';
import { profileTable } from '#engine/use-cases/profile/profile-table.ts';
import { fixRecipe } from '#engine/use-cases/recipes/fix-recipe.ts';
import { recommendForFile } from '#engine/use-cases/recipes/recommend-for-file.ts';
import { releaseFile } from '#engine/use-cases/releases/release-file.ts';

/** What became of the rest of the file. */
const reading = ({ rejects, warnings }: FileInHand) => ({ rejectedRows: rejects.total, warnings });

/** What a person should know of the table is among what they should know of its reading. */
const withNotes = (found: Classification, read: ReturnType<typeof reading>) => ({
  ...found,
  ...read,
  warnings: [...read.warnings, ...(found.notes ?? [])],
});

/** Its profile, and what a person should know of its reading and of the columns. */
async function profiled(table: FileInHand, job: JobContext, input: { examples: boolean }) {
  const columns = await profileTable(table, jobPart(job, 30, 100), input);
  const { warnings, ...rest } = reading(table);
  return { rows: table.rows, columns, ...rest, warnings: [...warnings, ...profileNotes(columns)] };
}

/** The file is held to be what a release would hold it to be. */
const asForRelease: FileNeeds = { forRelease: true };

/** A table that goes with another is named by what it holds. */
const needsOf = ({ population }: { population?: unknown }): FileNeeds | undefined =>
  population === undefined ? undefined : asForRelease;

/** Runs jobs about granted files, which bear their names. */
const jobsOf =
  (state: EngineSession) =>
  <T>(
    kind: string,
    { input, signal }: { input: { grantId: string }; signal?: AbortSignal | undefined },
    work: (job: JobContext) => Promise<T>,
  ) =>
    state.jobs.run({ kind, subject: state.grants.fileName(input.grantId), signal }, work);

/** Runs releases, which the workspace keeps a record of. */
const releasesOf =
  (state: EngineSession) =>
  <T>(
    { input, signal }: { input: { grantId: string }; signal?: AbortSignal | undefined },
    work: (job: JobContext) => Promise<T>,
  ) => {
    const subject = state.grants.fileName(input.grantId);
    return state.jobs.run({ kind: 'release', subject, signal, records: state.jobRecords() }, work);
  };

/** Work on files that are in no workspace. */
export const filesHandlers = (state: EngineSession) => {
  const job = jobsOf(state);
  const released = releasesOf(state);

  const onFile = <T>(
    kind: string,
    call: { input: Parameters<typeof withFile>[1]; signal?: AbortSignal | undefined },
    work: (table: FileInHand, job: JobContext) => Promise<T>,
    needs?: FileNeeds,
  ) => job(kind, call, (job) => withFile(state, call.input, job, (table) => work(table, job), needs));

  return {
    profile: os.files.profile.handler((call) =>
      job('profile', call, (job) =>
        withFile(state, call.input, jobPart(job, 0, 30), (table) => profiled(table, job, call.input), { lean: true }),
      ),
    ),

    classify: os.files.classify.handler((call) =>
      job('classify', call, (job) =>
        withFile(
          state,
          call.input,
          jobPart(job, 0, 30),
          async (table) => withNotes(await classifyTable(state, table, jobPart(job, 30, 100)), reading(table)),
          { policy: call.input.policy, lean: true },
        ),
      ),
    ),

    recommend: os.files.recommend.handler((call) =>
      onFile('recommend', call, (table, job) => recommendForFile(state, table, call.input, job), needsOf(call.input)),
    ),

    apply: os.files.apply.handler((call) => released(call, (job) => releaseFile(state, job, call.input))),

    certify: os.files.certify.handler((call) => released(call, (job) => certifyForeign(state, job, call.input))),

    anonymise: os.files.anonymise.handler((call) =>
      job('anonymise', call, (job) => anonymiseGranted(state, call.input, job)),
    ),

    anonymiseTables: os.files.anonymiseTables.handler((call) =>
      job('anonymise', call, (job) => releaseFilesTogether(state, job, call.input)),
    ),

    risk: os.files.risk.handler((call) => job('risk', call, (job) => riskOfGranted(state, call.input, job))),

    attack: os.files.attack.handler((call) => job('attack', call, (job) => attackFile(state, job, call.input))),

    compare: os.files.compare.handler((call) =>
      onFile('compare', call, (table, job) => compareFile(state, table, call.input, job), asForRelease),
    ),

    guard: os.files.guard.handler((call) =>
      onFile('guard', call, (table, job) => guardTable(state, table, call.input, job.signal), asForRelease),
    ),

    fix: os.files.fix.handler((call) =>
      onFile('guard', call, (table, job) => fixRecipe(state, table, call.input, job.signal), asForRelease),
    ),

    fairness: os.files.fairness.handler((call) =>
      job('fairness', call, (job) =>
        withFile(state, call.input, job, (table) => auditFile(state, table, call.input, job), {
          policy: 'customer-tracking',
          // Then its content is known by its hash, and who decided what of the dataset that it is.
          forRelease: state.workspace !== null,
        }),
      ),
    ),
  };
};
