import { Button } from '@mantine/core';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { useRecipe } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { EarlierRecipe } from '#renderer/recipe-offer/earlier-recipe.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { classifyText } from '#shared/text/window/classify.ts';
import type { Wish } from './wishes.ts';

const text = classifyText.since;

/** Keeps an earlier file's recipe as this one's, and goes where it can be looked at. */
async function keepForDataset(datasetId: string, recipe: Recipe, name: string): Promise<void> {
  await engine.recipes.save({ datasetId, recipe });
  queryClient.setQueryData(keys.recipe(datasetId), recipe);
  await refresh(keys.register, keys.verification);
  goTo('recipe');
  notifyDone(recipeText.earlier.used(name, recipe.steps.length));
}

/** What this file has that the last one had not, and the decisions that can be taken over from it. */
export function SinceLastImport({
  classification,
  readOnly,
  decide,
}: {
  classification: ClassifiedDataset;
  readOnly: boolean;
  decide(wishes: Wish[]): Promise<void>;
}) {
  const { since } = classification;
  const stored = useRecipe(classification.datasetId);
  if (since === null) return null;
  const unmade = stored.isSuccess && (stored.data === null || stored.data.steps.length === 0);
  const { name, importedAt, added, removed, reclassified, decisions } = since;
  const wishes = decisions.map((made): Wish =>
    made.action === 'accepted'
      ? { column: made.column, action: 'accept' }
      : {
          column: made.column,
          action: 'override',
          type: made.type,
          class: made.class,
          reason: made.reason ?? text.reason(name),
        },
  );
  return (
    <Notice
      title={text.title(name, importedAt)}
      action={
        !readOnly && (
          <>
            {wishes.length > 0 && <Button onClick={() => void decide(wishes)}>{text.takeOver(wishes.length)}</Button>}
            {unmade && (
              <EarlierRecipe
                datasetId={classification.datasetId}
                primary={false}
                onUse={(recipe, of) => void guarded(() => keepForDataset(classification.datasetId, recipe, of))}
              />
            )}
          </>
        )
      }
    >
      {text.changes(added, removed, reclassified)}
    </Notice>
  );
}
