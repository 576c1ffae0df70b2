import { useEffect, useRef, useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { recipe as recipeSchema, type Recipe } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

export interface Recommending {
  running: boolean;
  start(for_: Pick<Recipe, 'purpose' | 'release' | 'target' | 'roles'>): void;
  cancel(): void;
}

/** Asks for a recommended recipe; cancelled by hand, or by leaving the screen. */
export function useRecommend(dataset: DatasetSummary, onRecipe: (recipe: Recipe) => void): Recommending {
  const [running, setRunning] = useState(false);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), [dataset.id]);
  const start: Recommending['start'] = ({ purpose, release, target, roles }) =>
    void guarded(async () => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      setRunning(true);
      try {
        const found = await engine.recipes.recommend(
          { datasetId: dataset.id, purpose, release, k: kOf({ target }), suppression: target.suppression },
          { signal: own.signal },
        );
        if (own.signal.aborted) return;
        // What it proposes is steps: what else the recipe asks for stays.
        onRecipe({ ...recipeSchema.parse(found), target, ...(roles === undefined ? {} : { roles }) });
        notifyDone(text.recommended(found.steps.length));
      } catch (error) {
        if (!own.signal.aborted) throw error;
      } finally {
        if (controller.current === own) setRunning(false);
      }
    });
  const cancel = (): void => {
    controller.current?.abort();
    controller.current = null;
    setRunning(false);
    notifyDone(text.recommendCancelled);
  };
  return { running, start, cancel };
}
