import type { Recipe } from '#shared/domain/recipe-file.ts';
import { findPrivacyModel } from '#shared/privacy-models/index.ts';
import type { PrivacyModel } from '#shared/privacy-models/privacy-model.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import type { RecipeProblem } from './recipe-problem.ts';

const text = recipeFileText.target;

/** Whether settings ask for less than the usual ones, by which every release of protected columns is judged. */
const asksForLess = ({ wanted, usual, better }: PrivacyModel<object>, settings: object): boolean =>
  better === 'higher' ? wanted(settings) < wanted(usual) : wanted(settings) > wanted(usual);

/**
 * What is wrong with a recipe's target: models it does not know, twice the same one, settings that it cannot use; and
 * of a release that is to be anonymised, less than the word asks for what is protected: nobody lowers that bar by a file.
 */
export function checkTarget({ release, target: { models } }: Recipe): RecipeProblem[] {
  return models.flatMap(({ model: id, settings }, index): RecipeProblem[] => {
    const problem = (code: string, sentence: string): RecipeProblem[] => [
      { step: null, setting: null, code, sentence },
    ];
    const field = `target.models[${index + 1}]`;
    const model = findPrivacyModel(id);
    if (model === undefined) return problem('unknown-model', text.unknownModel(field, id));
    if (models.findIndex((other) => other.model === id) < index)
      return problem('model-twice', text.modelTwice(field, model.title));
    const read = model.settings.safeParse(settings);
    if (!read.success) return problem('model-settings', text.wrongSettings(field, model.title, model.allowed));
    const { title, usual, needs, always, better } = model;
    if (release === 'anonymised' && always && needs === 'sensitive-column' && asksForLess(model, read.data))
      return problem('model-too-weak', text.tooWeak(field, title, model.wanted(usual), better));
    return [];
  });
}
