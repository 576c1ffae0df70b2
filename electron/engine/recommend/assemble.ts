import { recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import { compileRecipe } from '#shared/recipe/compile-recipe.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { collectSteps, type ColumnStep } from './collect-steps.ts';
import type { RecommendInput } from './recommend-recipe.ts';
import { stepAt, type Stand } from './stands.ts';
import { spec, type Choice, type Ladder } from './step-spec.ts';

/** Where every ladder stands, and why those that are left out are. */
export interface Decided {
  stands: ReadonlyMap<Ladder, Stand>;
  leftOut: ReadonlyMap<Ladder, string>;
}

/** The recipe of all choices, each with its reason, and the step that leaves out small classes of whatever k counts. */
export function assemble(input: RecommendInput, choices: readonly Choice[], decided: Decided): Recipe {
  const { release, referenceDate, k, columns } = input;
  const recipe = columnSteps(input, choices, decided);
  const { outputs } = compileRecipe(recipe, columns, { referenceDate });
  const counted = quasiIdentifiers({ findings: input.findings, outputs, release });
  if (counted.length > 0)
    recipe.steps.push({
      op: 'suppress-small-classes',
      version: 1,
      settings: { columns: counted },
      reason: recommendText.sharedTogether(k),
      enabled: true,
    });
  return recipe;
}

/** The recipe of all choices, each with its reason, and nothing that looks at several columns together. */
export function columnSteps(input: RecommendInput, choices: readonly Choice[], { stands, leftOut }: Decided): Recipe {
  const { purpose, release, referenceDate, k, suppression, columns } = input;
  const steps = choices.map((choice): ColumnStep => {
    if (choice.kind === 'fixed') return { column: choice.column.name, step: choice.step, reason: choice.reason };
    const step = stepAt(choice, stands.get(choice) ?? { rung: 0 });
    return {
      column: choice.column.name,
      step,
      reason: step === 'drop' ? (leftOut.get(choice) ?? '') : step === null ? '' : choice.reason,
    };
  });
  const first = steps[0];
  if (first !== undefined && steps.every(({ step }) => step === 'drop'))
    steps[0] = { ...first, step: spec('redact'), reason: recommendText.onlyRowsRemain(first.reason) };
  return {
    format: recipeFormat,
    formatVersion: recipeFormatVersion,
    purpose: purpose.id,
    release,
    referenceDate,
    target: kTarget(k, suppression),
    columns: columns.map(({ name }) => name),
    steps: collectSteps(steps),
  };
}
