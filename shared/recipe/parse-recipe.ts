import { Failure } from '#shared/contract/failure.ts';
import { recipe, recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';
import { recipeFileText } from '#shared/text/recipe.ts';

const said = recipeFileText.parse;

/** A recipe file larger than this was not made by hand or by Custos. */
const largest = 20_000_000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a recipe file. Lenient inside a step: an operation or field this version does not know is kept and blocks running, not opening.
 * Throws `RECIPE_INVALID` (no recipe, or damaged: the sentence names the field) or `RECIPE_FROM_FUTURE`.
 */
export function parseRecipe(text: string): Recipe {
  if (text.length > largest) throw new Failure('RECIPE_INVALID', said.tooLarge);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new Failure('RECIPE_INVALID', where === undefined ? said.notJson : said.notJsonAt(where));
  }
  if (!isObject(value)) throw new Failure('RECIPE_INVALID', said.noObject);
  if (value['format'] !== recipeFormat) throw new Failure('RECIPE_INVALID', said.otherFormat(recipeFormat));
  const version = value['formatVersion'];
  if (typeof version === 'number' && version > recipeFormatVersion) {
    throw new Failure('RECIPE_FROM_FUTURE', said.fromFuture(version, recipeFormatVersion));
  }
  const read = recipe.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
  const field = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part).slice(0, 60)}`)).join('').replace(/^\./, '');
  throw new Failure('RECIPE_INVALID', (issue?.code === 'unrecognized_keys' ? said.unknownField : said.wrongField)(field));
}
