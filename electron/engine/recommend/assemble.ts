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
  /** Why a column that is kept is no finer; absent: nothing but k keeps any from it. */
  noFiner?: ReadonlyMap<Ladder, string>;
  /** What attacks kept the table from; absent or null: nothing. */
  attacked?: string | null;
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
      reason: together(recommendText.sharedTogether(k), decided.attacked),
      enabled: true,
    });
  return recipe;
}

/** Sentences of one reason, as far as there are any. */
export const together = (...sentences: readonly (string | null | undefined)[]): string =>
  sentences.filter((sentence) => sentence !== undefined && sentence !== null && sentence !== '').join(' ');

/** The recipe of all choices, each with its reason, and nothing that looks at several columns together. */
export function columnSteps(input: RecommendInput, choices: readonly Choice[], decided: Decided): Recipe {
  const { stands, leftOut, noFiner } = decided;
  const { purpose, release, referenceDate, k, suppression, columns } = input;
  const steps = choices.map((choice): ColumnStep => {
    if (choice.kind === 'fixed') return { column: choice.column.name, step: choice.step, reason: choice.reason };
    const step = stepAt(choice, stands.get(choice) ?? { rung: 0 });
    return {
      column: choice.column.name,
      step,
      reason:
        step === 'drop'
          ? (leftOut.get(choice) ?? '')
          : step === null
            ? ''
            : together(choice.reason, noFiner?.get(choice)),
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
