import { Button } from '@mantine/core';
import { Tags } from 'lucide-react';
import { useClassification, useDataset, useDatasets, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { openDataset, trySample } from '#renderer/workspace/open-dataset.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { Review } from './review.tsx';

/** The review of every column of the dataset in hand. */
export function ClassifyScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const classification = useClassification(dataset?.id ?? null);
  const failed = [workspace, datasets, classification].find((query) => query.isError);
  if (failed)
    return (
      <Screen title={text.title} {...(dataset ? { of: dataset.name } : {})}>
        <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </Screen>
    );
  if (workspace.isPending || (workspace.data && datasets.isPending) || (dataset && classification.isPending))
    return <SkeletonRows rows={12} />;
  if (dataset && classification.data && workspace.data)
    return (
      <Review key={dataset.id} dataset={dataset} classification={classification.data} workspace={workspace.data} />
    );
  return (
    <Screen title={text.title}>
      <EmptyState
        icon={Tags}
        title={text.empty.title}
        actions={
          <>
            <Button variant="filled" onClick={() => void openDataset()}>
              {text.empty.open}
            </Button>
            <Button onClick={() => void trySample()}>{text.empty.sample}</Button>
          </>
        }
      >
        {text.empty.sentence}
      </EmptyState>
    </Screen>
  );
}
