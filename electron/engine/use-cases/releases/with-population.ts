import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { populationAsked } from '#shared/domain/recipe-target.ts';
import { populationText } from '#shared/text/engine/population.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { PopulationTable } from '#engine/release/population-counter.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile } from '#engine/tables/from-file.ts';

/**
 * The table of the population that a recipe's target asks for: the granted one, else one that was chosen in this session.
 * @param given a granted file, with how it is read
 * @throws Failure WRONG_USAGE where one is given and none is asked for; as `withFile`
 */
export async function withPopulation<T>(
  state: EngineSession,
  recipe: Recipe,
  given: { grantId: string; options?: Partial<IntakeOptions> | undefined } | undefined,
  job: JobContext,
  work: (population: PopulationTable | null) => Promise<T>,
): Promise<T> {
  const asked = populationAsked(recipe);
  if (asked === null) {
    if (given !== undefined)
      throw new Failure('WRONG_USAGE', populationText.notAsked(state.grants.fileName(given.grantId)));
    return work(null);
  }
  const chosen = state.populations.get(asked.table);
  const input = given ?? (chosen === undefined ? undefined : { grantId: chosen });
  return input === undefined ? work(null) : withFile(state, input, job, work, { forRelease: true });
}
