import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { choosePopulation } from '#engine/use-cases/recipes/choose-population.ts';
import { againstDataset } from '#engine/use-cases/recipes/against-dataset.ts';
import { assessTable } from '#engine/use-cases/recipes/assess-table.ts';
import { earlierRecipe } from '#engine/use-cases/recipes/earlier-recipe.ts';
import { fixRecipe } from '#engine/use-cases/recipes/fix-recipe.ts';
import { exportRecipe } from '#engine/use-cases/recipes/export-recipe.ts';
import { importRecipe } from '#engine/use-cases/recipes/import-recipe.ts';
import { previewTable } from '#engine/use-cases/recipes/preview-table.ts';
import { recommendForTable } from '#engine/use-cases/recipes/recommend-for-table.ts';
import { saveRecipe } from '#engine/use-cases/recipes/save-recipe.ts';

export const recipesHandlers = (state: EngineSession) => ({
  recommend: os.recipes.recommend.handler(({ input, signal }) =>
    withDataset(state, input.datasetId, (table) => recommendForTable(state, table, input, signal), {
      interrupt: signal,
    }),
  ),

  population: os.recipes.population.handler(({ input, signal }) => choosePopulation(state, input, signal)),

  get: os.recipes.get.handler(async ({ input }) =>
    state.requireWorkspace().catalog.recipes.get((await state.arrivedRecord(input.datasetId)).summary.id),
  ),

  earlier: os.recipes.earlier.handler(({ input }) => earlierRecipe(state, input)),

  save: os.recipes.save.handler(({ input }) => saveRecipe(state, input)),

  endSitting: os.recipes.endSitting.handler(({ input }) => {
    state.recipeSittings.end(state.requireWorkspace(), input.datasetId);
    return {};
  }),

  check: os.recipes.check.handler(async ({ input }) =>
    againstDataset(await state.dataset(input.datasetId), input.recipe),
  ),

  preview: os.recipes.preview.handler(({ input: { datasetId, recipe, limit }, signal }) =>
    withDataset(
      state,
      datasetId,
      (table) => previewTable(state, table, { recipe, limit, hidden: () => table.session.hiddenColumns() }, signal),
      { interrupt: signal },
    ),
  ),

  assess: os.recipes.assess.handler(({ input, signal }) =>
    withDataset(state, input.datasetId, (table) => assessTable(state, table, input.recipe, signal), {
      interrupt: signal,
    }),
  ),

  fix: os.recipes.fix.handler(({ input, signal }) =>
    withDataset(state, input.datasetId, (table) => fixRecipe(state, table, input, signal), { interrupt: signal }),
  ),

  exportFile: os.recipes.exportFile.handler(({ input }) => exportRecipe(state, input)),

  importFile: os.recipes.importFile.handler(({ input }) => importRecipe(state, input)),
});
