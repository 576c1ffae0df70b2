import type { Recipe } from '#shared/domain/recipe-file.ts';
import { findPrivacyModel } from '#shared/privacy-models/index.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import type { RecipeProblem } from './recipe-problem.ts';

const text = recipeFileText.target;

/** What is wrong with a recipe's target: models it does not know, twice the same one, settings that it cannot use. */
export function checkTarget({ target: { models } }: Recipe): RecipeProblem[] {
  return models.flatMap(({ model: id, settings }, index): RecipeProblem[] => {
    const problem = (code: string, sentence: string): RecipeProblem[] => [
      { step: null, setting: null, code, sentence },
    ];
    const field = `target.models[${index + 1}]`;
    const model = findPrivacyModel(id);
    if (model === undefined) return problem('unknown-model', text.unknownModel(field, id));
    if (models.findIndex((other) => other.model === id) < index)
      return problem('model-twice', text.modelTwice(field, model.title));
    if (!model.settings.safeParse(settings).success)
      return problem('model-settings', text.wrongSettings(field, model.title, model.allowed));
    return [];
  });
}
