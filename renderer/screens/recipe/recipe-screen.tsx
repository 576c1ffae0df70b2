import { Button } from '@mantine/core';
import { FlaskConical } from 'lucide-react';
import { useMemo } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useDataset, useDatasets, usePurposes, useRecipe, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { openDataset, trySample } from '#renderer/intake/open-dataset.ts';
import { recipeText as text } from '#shared/text/window/recipe.ts';
import { reconcileHistory } from './recipe-history.ts';
import { RecipeWorkbench } from './recipe-workbench.tsx';
import { emptyRecipe } from './use-recipe-draft.ts';

/** What the dataset's recipe is when the screen opens; the history of another recipe is forgotten before it is shown. */
function Opened({ dataset, stored, purposes, operator, readOnly }: { dataset: DatasetSummary; stored: Recipe | null; purposes: Purpose[]; operator: string; readOnly: boolean }) {
  const first = purposes[0]?.id ?? '';
  const start = useMemo(() => {
    const recipe = stored ?? emptyRecipe(dataset, first);
    reconcileHistory(dataset.id, recipe);
    return recipe;
    // Later changes of what is stored come from this screen itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dataset.id]);
  return <RecipeWorkbench dataset={dataset} start={start} purposes={purposes} operator={operator} readOnly={readOnly} />;
}

/** Purpose, steps, and what they do to the data. */
export function RecipeScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const recipe = useRecipe(dataset?.id ?? null);
  const purposes = usePurposes();
  const failed = [workspace, datasets, recipe, purposes].find((query) => query.isError);
  if (failed) return <Screen title={text.title} {...(dataset ? { of: dataset.name } : {})}><FailureNotice error={failed.error} onRetry={() => void failed.refetch()} /></Screen>;
  if (workspace.isPending || !purposes.data || (workspace.data && datasets.isPending) || (dataset && recipe.isPending)) return <SkeletonRows rows={12} />;
  if (!dataset || !workspace.data)
    return (
      <Screen title={text.title}>
        <EmptyState icon={FlaskConical} title={text.empty.title} actions={<><Button variant="filled" onClick={() => void openDataset()}>{text.empty.open}</Button><Button onClick={() => void trySample()}>{text.empty.sample}</Button></>}>{text.empty.sentence}</EmptyState>
      </Screen>
    );
  return <Opened key={dataset.id} dataset={dataset} stored={recipe.data ?? null} purposes={purposes.data} operator={workspace.data.operator} readOnly={workspace.data.readOnly} />;
}
