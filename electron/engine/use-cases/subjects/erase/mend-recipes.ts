import type { Recipe } from '#shared/domain/recipe-file.ts';
import { eraseText } from '#shared/text/engine/erase.ts';
import { Failure } from '#shared/contract/failure.ts';
import { recipeTexts, removeRecipeFile } from '#engine/catalog/recipe-files.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Holds } from './holds.ts';

/** A member of a list, or a line of a table in which it stands. */
const isOf = (item: unknown, holds: Holds): boolean =>
  typeof item === 'string'
    ? holds(item)
    : Array.isArray(item) && item.some((one) => typeof one === 'string' && holds(one));

/** Settings without what names the person: members of lists and maps go, a word that takes another's place is emptied. */
function mended(value: unknown, holds: Holds): unknown {
  if (typeof value === 'string') return holds(value) ? '' : value;
  if (Array.isArray(value)) return value.filter((item) => !isOf(item, holds)).map((item) => mended(item, holds));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !holds(key))
      .map(([key, item]) => [key, mended(item, holds)]),
  );
}

/** The recipe without the person; null where it does not name them. */
function mendedRecipe(recipe: Recipe, holds: Holds): Recipe | null {
  const steps = recipe.steps.map((step) => ({ ...step, settings: mended(step.settings, holds) })) as Recipe['steps'];
  return JSON.stringify(steps) === JSON.stringify(recipe.steps) ? null : { ...recipe, steps };
}

/** Datasets whose recipes name the person, as the files lie there. */
export function recipesWith(state: EngineSession, ids: readonly string[], holds: Holds): string[] {
  const { directory } = state.requireWorkspace();
  return ids.filter((id) => recipeTexts(directory, id).some(({ text }) => holds(text)));
}

/**
 * Takes the person out of the recipes of these datasets, and removes older copies that name them.
 * @returns what could not be done
 */
export function mendRecipes(
  state: EngineSession,
  ids: readonly string[],
  holds: Holds,
): { what: string; why: string }[] {
  const workspace = state.requireWorkspace();
  for (const id of ids) {
    const recipe = workspace.catalog.recipes.peek(id);
    const without = recipe && mendedRecipe(recipe, holds);
    try {
      if (without) {
        state.recipeSittings.save(workspace, id, without, state.now());
        state.recipeSittings.end(workspace, id);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    for (const { name, text } of recipeTexts(workspace.directory, id))
      if (name !== `${id}.json` && holds(text)) removeRecipeFile(workspace.directory, name);
  }
  return recipesWith(state, ids, holds).map((id) => ({
    what: eraseText.remains.recipe(state.datasetRecord(id).summary.name),
    why: eraseText.remains.recipeWhy,
  }));
}
