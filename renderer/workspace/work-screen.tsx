import type { UseQueryResult } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { WorkspaceSummary } from '#shared/contract/workspaces.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useDataset, useDatasets, useRecipe, useWorkspace } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NoDataset, type NoDatasetWords } from './no-dataset.tsx';

interface Props {
  title: string;
  icon: LucideIcon;
  empty: NoDatasetWords;
  /** What the screen needs besides; each is waited for. */
  also?: Pick<UseQueryResult, 'isError' | 'error' | 'refetch' | 'isPending'>[];
  children(work: { workspace: WorkspaceSummary; dataset: DatasetSummary; recipe: Recipe | null }): ReactNode;
}

/**
 * A screen about the chosen dataset and its recipe: what is shown while they load, when they cannot be had, and where
 * there is no dataset yet.
 */
export function WorkScreen({ title, icon, empty, also = [], children }: Props) {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const recipe = useRecipe(dataset?.id ?? null);
  const failed = [workspace, datasets, recipe, ...also].find((query) => query.isError);
  if (failed)
    return (
      <Screen title={title} {...(dataset ? { of: dataset.name } : {})}>
        <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </Screen>
    );
  if (
    workspace.isPending ||
    also.some((query) => query.isPending) ||
    (workspace.data && datasets.isPending) ||
    (dataset && recipe.isPending)
  )
    return <SkeletonRows rows={12} />;
  if (dataset && workspace.data) return children({ workspace: workspace.data, dataset, recipe: recipe.data ?? null });
  return <NoDataset title={title} icon={icon} words={empty} readOnly={workspace.data?.readOnly ?? false} />;
}
