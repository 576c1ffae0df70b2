import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { interruptOnAbort } from '#engine/analysis/interrupt-on-abort.ts';
import { os } from '#engine/procedures/builder.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { recommendRecipe } from '#engine/recommend/recommend-recipe.ts';
import { assessRecipe } from '#engine/use-cases/recipes/assess-recipe.ts';
import { maskPreview } from '#engine/run-recipe/mask-preview.ts';
import { previewRecipe } from '#engine/run-recipe/preview-recipe.ts';
import { datasetRelation, type DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { earlierReleases } from '#engine/use-cases/releases/earlier-releases.ts';
import { earlierEditions } from '#engine/use-cases/datasets/since-last-import.ts';
import { today } from '#engine/session/today.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';

export const recipesHandlers = (state: EngineSession) => {
  /** A connection of its own for work that must not wait behind the grid, interrupted when the caller goes away. */
  const withConnection = async <T>(
    session: DatasetSession,
    signal: AbortSignal | undefined,
    work: (duck: DatasetSession['duck']) => Promise<T>,
  ): Promise<T> => {
    const duck = await session.duck.connect();
    const done = interruptOnAbort(duck, signal);
    try {
      return await work(duck);
    } finally {
      done();
      duck.close();
    }
  };
  const against = (session: DatasetSession, recipe: Recipe) => ({
    problems: checkRecipe(recipe, session.columns),
    drift: driftOf(recipe, session.columns, session.effectiveFindings()),
  });

  return {
    recommend: os.recipes.recommend.handler(async ({ input, signal }) => {
      const session = await state.dataset(input.datasetId);
      const purpose = state.purpose(input.purpose);
      return withConnection(session, signal, (duck) =>
        recommendRecipe({
          duck,
          relation: datasetRelation,
          columns: session.columns,
          findings: session.effectiveFindings(),
          profiles: session.profiles,
          purpose,
          release: input.release,
          k: input.k,
          suppression: input.suppression,
          referenceDate: today(state),
          ...(signal ? { signal } : {}),
        }),
      );
    }),

    get: os.recipes.get.handler(async ({ input }) =>
      state.requireWorkspace().catalog.recipes.get((await state.arrivedRecord(input.datasetId)).summary.id),
    ),

    earlier: os.recipes.earlier.handler(async ({ input }) => {
      const session = await state.dataset(input.datasetId);
      const { recipes: kept } = state.requireWorkspace().catalog;
      for (const { summary } of earlierEditions(session.record, state.earlierRecords(session.record.summary))) {
        const recipe = kept.get(summary.id);
        if (recipe !== null && recipe.steps.length > 0)
          return {
            datasetId: summary.id,
            name: summary.name,
            importedAt: summary.importedAt,
            recipe,
            ...against(session, recipe),
          };
      }
      return null;
    }),

    save: os.recipes.save.handler(async ({ input }) => {
      const workspace = state.requireWorkspace();
      const { summary } = await state.arrivedRecord(input.datasetId);
      const { recipe } = input;
      workspace.transaction(() => {
        workspace.register.append({
          kind: 'recipe.saved',
          subjectRef: summary.id,
          payload: {
            datasetId: summary.id,
            sha256: createHash('sha256').update(serialiseRecipe(recipe)).digest('hex'),
            purpose: recipe.purpose,
            release: recipe.release,
            steps: recipe.steps.length,
            operations: recipe.steps.map(({ op }) => op),
          },
        });
        workspace.catalog.recipes.save(summary.id, recipe);
      });
      return { problems: checkRecipe(recipe, summary.columns) };
    }),

    check: os.recipes.check.handler(async ({ input }) => against(await state.dataset(input.datasetId), input.recipe)),

    preview: os.recipes.preview.handler(async ({ input, signal }) => {
      const session = await state.dataset(input.datasetId);
      const preview = await withConnection(session, signal, (duck) =>
        previewRecipe({
          source: { duck, relation: datasetRelation, columns: session.columns },
          recipe: input.recipe,
          findings: session.effectiveFindings(),
          keys: state.requireWorkspace().keys,
          limit: input.limit,
          signal,
        }),
      );
      return maskPreview(preview, session.hiddenColumns());
    }),

    assess: os.recipes.assess.handler(async ({ input, signal }) => {
      const session = await state.dataset(input.datasetId);
      const earlier = await earlierReleases(
        state.requireWorkspace(),
        session.record.summary.sha256,
        input.recipe.release,
      );
      return withConnection(session, signal, (duck) =>
        assessRecipe({
          source: { duck, relation: datasetRelation, columns: session.columns },
          recipe: input.recipe,
          findings: session.effectiveFindings(),
          unconfirmed: session.unconfirmed(),
          purpose: state.findPurpose(input.recipe.purpose),
          keys: state.requireWorkspace().keys,
          workspace: state.requireWorkspace(),
          earlier,
          workDirectory: state.requireWorkspace().workDirectory,
          signal,
        }),
      );
    }),

    exportFile: os.recipes.exportFile.handler(async ({ input }) => {
      const path = state.grants.path(input.grantId, 'write');
      await guardWrite(state, [{ path }], 'recipe');
      await writeWhole(path, serialiseRecipe(input.recipe));
      return { fileName: basename(path) };
    }),

    importFile: os.recipes.importFile.handler(async ({ input }) => {
      const session = await state.dataset(input.datasetId);
      const recipe = await readRecipeFile(
        state.grants.readPath(input.grantId, 'recipe'),
        state.grants.fileName(input.grantId),
      );
      return { recipe, ...against(session, recipe) };
    }),
  };
};
