import { Button } from '@mantine/core';
import { ChartColumn } from 'lucide-react';
import { useDataset, useDatasets, usePurposes, useRecipe, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { openDataset, trySample } from '#renderer/intake/open-dataset.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import { RiskView } from './risk-view.tsx';

/** How identifiable people are, before and after the recipe. Changes nothing, so a read-only workspace shows it as any other does. */
export function RiskScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const recipe = useRecipe(dataset?.id ?? null);
  const purposes = usePurposes();
  const failed = [workspace, datasets, recipe, purposes].find((query) => query.isError);
  if (failed) return <Screen title={text.title} {...(dataset ? { of: dataset.name } : {})}><FailureNotice error={failed.error} onRetry={() => void failed.refetch()} /></Screen>;
  if (workspace.isPending || !purposes.data || (workspace.data && datasets.isPending) || (dataset && recipe.isPending)) return <SkeletonRows rows={12} />;
  if (dataset) return <RiskView key={dataset.id} dataset={dataset} recipe={recipe.data ?? null} purposes={purposes.data} />;
  return (
    <Screen title={text.title}>
      <EmptyState icon={ChartColumn} title={text.empty.title} actions={workspace.data?.readOnly ? undefined : <><Button variant="filled" onClick={() => void openDataset()}>{text.empty.open}</Button><Button onClick={() => void trySample()}>{text.empty.sample}</Button></>}>{text.empty.sentence}</EmptyState>
    </Screen>
  );
}
