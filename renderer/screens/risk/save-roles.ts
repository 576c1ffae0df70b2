import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { RecipeFormat2 } from '#shared/domain/recipe-format-2.ts';
import { riskText } from '#shared/text/window/risk.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

/** Keeps roles in the dataset's recipe; the register says so at once, as when a sitting over the recipe ends. */
export const saveRoles = (
  datasetId: string,
  recipe: Recipe,
  roles: NonNullable<RecipeFormat2['roles']>,
): Promise<void> =>
  guarded(async () => {
    const { roles: _before, ...rest } = recipe;
    const changed: Recipe = roles.length === 0 ? rest : { ...rest, roles };
    await engine.recipes.save({ datasetId, recipe: changed });
    await engine.recipes.endSitting({ datasetId });
    queryClient.setQueryData(keys.recipe(datasetId), changed);
    notifyDone(riskText.roles.saved(roles.length));
    await refresh(keys.register, keys.verification);
  });
