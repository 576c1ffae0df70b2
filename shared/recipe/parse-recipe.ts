import { Failure } from '#shared/contract/failure.ts';
import { recipe, recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';

/** A recipe file larger than this was not made by hand or by Custos. */
const largest = 20_000_000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a recipe file. Lenient inside a step: an operation or field this version does not know is kept and blocks running, not opening.
 * Throws `RECIPE_INVALID` (no recipe, or damaged: the sentence names the field) or `RECIPE_FROM_FUTURE`.
 */
export function parseRecipe(text: string): Recipe {
  if (text.length > largest) throw new Failure('RECIPE_INVALID', 'The file is too large to be a recipe.');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new Failure('RECIPE_INVALID', `The recipe is not JSON${where === undefined ? '' : ` (line ${where})`}. Undo the last edit by hand, or export it again.`);
  }
  if (!isObject(value)) throw new Failure('RECIPE_INVALID', 'The recipe is not a JSON object. Choose a file written by “custos recommend” or by Save recipe.');
  if (value['format'] !== recipeFormat) throw new Failure('RECIPE_INVALID', `The field “format” is not “${recipeFormat}”, so this is no Custos recipe. Choose another file.`);
  const version = value['formatVersion'];
  if (typeof version === 'number' && version > recipeFormatVersion) {
    throw new Failure('RECIPE_FROM_FUTURE', `The recipe has format version ${version}; this version of Custos reads up to ${recipeFormatVersion}. Update Custos.`);
  }
  const read = recipe.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
  const field = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part).slice(0, 60)}`)).join('').replace(/^\./, '');
  const what = issue?.code === 'unrecognized_keys' ? 'is not a field of a recipe' : 'is missing or cannot be used';
  throw new Failure('RECIPE_INVALID', `The field “${field}” of the recipe ${what}. Correct it, or export the recipe again.`);
}
