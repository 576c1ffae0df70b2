import { kOf, populationAsked, withMap } from '#shared/domain/recipe-target.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

/** So many times k of the file's own rows; fewer would ask for hardly more than k does. */
const usualTimes = 4;

/** Asks for a table of everybody the dataset was drawn from, and puts it into the target. */
export const choosePopulation = (datasetId: string, { act, recipe }: RecipeDraft): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestOpen({ kind: 'dataset' });
    if (!grant) return;
    const found = await engine.recipes.population({ grantId: grant.grantId });
    queryClient.setQueryData(keys.population(found.sha256), found);
    const k = populationAsked(recipe)?.k ?? usualTimes * kOf(recipe);
    act({ kind: 'recipe-replaced', recipe: { ...recipe, target: withMap(recipe.target, { k, table: found.sha256 }) } });
    // Where the same table is chosen again the recipe does not change, but what can be counted does.
    await refresh(keys.assessment(datasetId));
  });
