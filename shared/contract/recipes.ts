import { z } from 'zod';
import { attackFindings } from '#shared/domain/attack-results.ts';
import { blockingGroups } from '#shared/domain/blocking-groups.ts';
import { recipe, releaseKind } from '#shared/domain/recipe-file.ts';
import { recommendedWay } from '#shared/domain/recommended-way.ts';
import { recipeStep } from '#shared/domain/recipe-parts.ts';
import { disclosureTest, outsiderFigures, releaseLabel } from '#shared/domain/release-figures.ts';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { classSizeBin } from '#shared/domain/risk.ts';
import { cell } from './datasets.ts';
import { method } from './failure.ts';

/** A problem of a recipe against columns: `step` is 0-based, null for the recipe as a whole. */
export const recipeProblem = z.object({
  step: z.number().nullable(),
  setting: z.string().nullable(),
  code: z.string(),
  sentence: z.string(),
});
export type RecipeProblem = z.infer<typeof recipeProblem>;

/** A recipe with the steps that settle what guardrails found; `added`: those steps. */
export const fixedRecipe = z.object({ recipe, added: z.array(recipeStep), problems: z.array(recipeProblem) });
export type FixedRecipe = z.infer<typeof fixedRecipe>;

/** Where the output of a recipe stands. `detailLoss`: 0 nothing lost … 1 everything lost, per source column. */
export const assessment = z.object({
  rowsIn: z.number(),
  rowsOut: z.number(),
  suppressed: z.number(),
  /** Columns of the source that something is written of. */
  columns: z.number(),
  k: z.number(),
  uniqueRows: z.number(),
  quasiIdentifiers: z.array(z.string()),
  ...outsiderFigures,
  countsPersons: z.boolean(),
  histogram: z.array(classSizeBin),
  detailLoss: z.array(z.object({ column: z.string(), loss: z.number() })),
  failedCasts: z.array(z.object({ column: z.string(), step: z.number(), rows: z.number() })),
  findings: z.array(guardFinding),
  /** What attacks on it found; null where it was not attacked: a look ahead is not. */
  attacks: attackFindings.nullable(),
  /** Which groups make the rows that are left out for k; absent where none is, or a look ahead did not ask. */
  blocking: blockingGroups.optional(),
  label: releaseLabel,
  statement: z.string(),
  tests: z.array(disclosureTest),
  /**
   * Why a release would be refused, beside what the guardrails say: what keeps the word from one asked for as anonymised,
   * and what it misses of its target. Empty where it would not be.
   */
  missing: z.array(z.string()),
});
export type Assessment = z.infer<typeof assessment>;

export const recipes = {
  recommend: method
    .input(
      z.object({
        datasetId: z.string(),
        purpose: z.string(),
        release: releaseKind.default('anonymised'),
        way: recommendedWay.optional(),
        k: z.number().int().min(1).max(1_000_000).default(5),
        suppression: z.number().min(0).max(1).default(0.05),
      }),
    )
    .output(recipe),
  /** A table of everybody that a dataset was drawn from, for k-map: read, and kept in reach for this session. */
  population: method
    .input(z.object({ grantId: z.string() }))
    .output(z.object({ fileName: z.string(), rows: z.number(), sha256: z.string() })),
  /** The dataset's working recipe, or null before the first one. */
  get: method.input(z.object({ datasetId: z.string() })).output(recipe.nullable()),
  /**
   * The recipe of the newest earlier dataset with (nearly) the same columns, held against this one; null where there is
   * none.
   */
  earlier: method.input(z.object({ datasetId: z.string() })).output(
    z
      .object({
        datasetId: z.string(),
        name: z.string(),
        importedAt: z.string(),
        recipe,
        problems: z.array(recipeProblem),
        drift: z.array(z.string()),
      })
      .nullable(),
  ),
  /** Kept at once; the register gets one entry when the sitting ends. */
  save: method
    .input(z.object({ datasetId: z.string(), recipe }))
    .output(z.object({ problems: z.array(recipeProblem) })),
  /** Whoever left the recipe is done with it for now: what the sitting changed is entered. */
  endSitting: method.input(z.object({ datasetId: z.string() })).output(z.object({})),
  check: method
    .input(z.object({ datasetId: z.string(), recipe }))
    .output(z.object({ problems: z.array(recipeProblem), drift: z.array(z.string()) })),
  /**
   * The same rows before and after; masked as in the grid. `notRun`: steps (0-based) over all rows, which a few rows do not
   * show.
   */
  preview: method
    .input(z.object({ datasetId: z.string(), recipe, limit: z.number().int().min(1).max(200).default(20) }))
    .output(
      z.object({
        before: z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) }),
        after: z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) }),
        notRun: z.array(z.number()),
      }),
    ),
  /**
   * k, unique rows, class sizes, loss and guardrails of the whole output, without writing it. Abort the call to cancel.
   */
  assess: method.input(z.object({ datasetId: z.string(), recipe })).output(assessment),
  /** The recipe with what settles the findings, as far as no choice of a person is in it; it is kept by `save` alone. */
  fix: method.input(z.object({ datasetId: z.string(), recipe, findings: z.array(guardFinding) })).output(fixedRecipe),
  exportFile: method.input(z.object({ recipe, grantId: z.string() })).output(z.object({ fileName: z.string() })),
  importFile: method
    .input(z.object({ datasetId: z.string(), grantId: z.string() }))
    .output(z.object({ recipe, problems: z.array(recipeProblem), drift: z.array(z.string()) })),
};
