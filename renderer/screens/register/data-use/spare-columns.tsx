import { Button } from '@mantine/core';
import { engine } from '#renderer/client/connection.ts';
import { finishPendingWork } from '#renderer/client/pending-work.ts';
import { useRecipe } from '#renderer/client/queries.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { droppedColumns } from '#shared/recipe/dropped-columns.ts';
import { dataUseText } from '#shared/text/window/data-use.ts';
import type { Acts } from './use-acts.ts';

const text = dataUseText.spare;

async function keep(datasetId: string, recipe: Recipe): Promise<void> {
  await engine.recipes.save({ datasetId, recipe });
  await engine.recipes.endSitting({ datasetId });
  queryClient.setQueryData(keys.recipe(datasetId), recipe);
  await refresh(keys.register, keys.verification);
}

/** What no purpose needs: proposed for removal, into the recipe by one press. */
export function SpareColumns({
  datasetId,
  spare,
  readOnly,
  acts,
}: {
  datasetId: string;
  spare: readonly string[];
  readOnly: boolean;
  acts: Acts;
}) {
  const { data: recipe } = useRecipe(datasetId);
  if (spare.length === 0) return null;
  const gone = recipe ? droppedColumns(recipe) : new Set<string>();
  const left = spare.filter((column) => !gone.has(column));
  if (left.length === 0)
    return (
      <Notice tone="pass" action={<Button onClick={() => goTo('recipe')}>{text.openRecipe}</Button>}>
        {text.dropped(spare.length)}
      </Notice>
    );
  const drop = (): Promise<void> =>
    acts.act(async () => {
      await finishPendingWork();
      const before = await engine.recipes.get({ datasetId });
      const { recipe: after, dropped } = await engine.lawfulness.dropSpare({ datasetId });
      await engine.recipes.endSitting({ datasetId });
      queryClient.setQueryData(keys.recipe(datasetId), after);
      return {
        said: text.done(dropped.length),
        undo: async () => {
          // Where there was none before, a recipe that changes nothing is left: nothing that was there is lost.
          const restored = before ?? (after === null ? null : { ...after, steps: after.steps.slice(1) });
          if (restored !== null) await keep(datasetId, restored);
        },
      };
    });
  return (
    <Notice
      tone="warn"
      action={
        <Button disabled={readOnly || acts.busy} onClick={() => void drop()}>
          {text.drop(left.length)}
        </Button>
      }
    >
      {text.found(left)}
    </Notice>
  );
}
