import { z } from 'zod';
import { keptFigures } from '#shared/domain/kept-figures.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import { riskFrontier } from '#shared/domain/risk-frontier.ts';
import { riskCheck } from '#shared/domain/risk-check.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** A dataset as imported and with its recipe, over the same columns. */
export const comparedRisk = z.object({
  before: riskCheck,
  /** The rows that the recipe would write; null where there is no recipe with steps, or one that cannot run. */
  after: riskCheck.nullable(),
  /** Null where the recipe leaves out no small classes. */
  frontier: riskFrontier.nullable(),
  /** Null as `after`. */
  kept: keptFigures.nullable(),
});
export type ComparedRisk = z.infer<typeof comparedRisk>;

export const risk = {
  /**
   * Measures a dataset, and the output of a recipe without writing it. Counted are the columns of which the recipe's
   * outputs are made that k counts; without a recipe those that could be known of a person.
   */
  compare: method
    .input(
      z.object({
        datasetId: z.string(),
        recipe: recipe.nullable(),
        /** People the dataset was drawn from; absent: nobody said. */
        population: z.number().int().min(1).max(20_000_000_000).optional(),
      }),
    )
    .output(jobEvents(comparedRisk)),
};
