import { Failure } from '#shared/contract/failure.ts';
import { recipe, recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';
import { recipeFileText } from '#shared/text/recipe.ts';

const said = recipeFileText.parse;

/** A recipe file larger than this was not made by hand or by Custos. */
export const largestRecipe = 20_000_000;

/** Brackets inside brackets: a recipe has some ten. */
const deepest = 100;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How deep brackets lie in each other, those inside of strings aside. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (quoted) at += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') most = Math.max(most, (depth += 1));
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return most;
}

/**
 * Reads a recipe file. Lenient inside a step: an operation or field this version does not know is kept and blocks
 * running, not opening. Throws `RECIPE_INVALID` (no recipe, or damaged: the sentence names the field) or
 * `RECIPE_FROM_FUTURE`.
 */
export function parseRecipe(text: string): Recipe {
  if (text.length > largestRecipe) throw new Failure('RECIPE_INVALID', said.tooLarge);
  if (depthOf(text) > deepest) throw new Failure('RECIPE_INVALID', said.tooDeep(deepest));
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
  const field = path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part).slice(0, 60)}`))
    .join('')
    .replace(/^\./, '');
  throw new Failure(
    'RECIPE_INVALID',
    (issue?.code === 'unrecognized_keys' ? said.unknownField : said.wrongField)(field),
  );
}
