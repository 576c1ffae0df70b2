import type { Recipe } from '#shared/domain/recipe-file.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile, type FileInHand } from '#engine/tables/from-file.ts';
import { recommendByPopulation } from './recommend-by-population.ts';
import { recommendForTable, type RecommendWish } from './recommend-for-table.ts';

/** Tells how far a proposal is, 0…1. */
const tellShare =
  ({ progress }: JobContext) =>
  (share: number): void =>
    progress({ phase: jobsText.phases.recommending, done: Math.round(100 * share), total: 100, unit: 'percent' });

/** Proposes a recipe for a file; with a granted table of everybody it was drawn from, one that it goes with. */
export function recommendForFile(
  state: EngineSession,
  table: FileInHand,
  { population, ...wish }: RecommendWish & { population?: { grantId: string; k: number } | undefined },
  job: JobContext,
): Promise<Recipe> {
  if (population === undefined) return recommendForTable(state, table, wish, job.signal, tellShare(job));
  const { grantId, k } = population;
  return withFile(
    state,
    { grantId },
    jobPart(job, 10, 20),
    (everybody) => recommendByPopulation(state, table, wish, { everybody, k }, job),
    { forRelease: true },
  );
}
