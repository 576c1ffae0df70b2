import { Button } from '@mantine/core';
import { Database } from 'lucide-react';
import { useDataset, useDatasets, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { openDataset, trySample } from '#renderer/workspace/open-dataset.ts';
import { useRunningJobs } from '#renderer/client/use-job.ts';
import { usePendingIntake } from '#renderer/workspace/pending-intake.ts';
import { datasetsText as text } from '#shared/text/window/datasets.ts';
import { OtherVersions } from '#renderer/workspace/other-versions.tsx';
import { DatasetView } from './dataset-view.tsx';
import { SniffPanel } from './sniff-panel.tsx';

/** A file being confirmed, the dataset in hand, or how to get one. */
export function DatasetsScreen() {
  const pending = usePendingIntake();
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const jobs = useRunningJobs();
  if (pending) return <SniffPanel key={pending.grantId} file={pending} />;
  if (workspace.isError || datasets.isError)
    return (
      <Screen title={text.title}>
        <FailureNotice
          error={workspace.error ?? datasets.error}
          onRetry={() => void (workspace.isError ? workspace.refetch() : datasets.refetch())}
        />
      </Screen>
    );
  if (workspace.isPending || (workspace.data && datasets.isPending)) return <SkeletonRows />;
  if (dataset) return <DatasetView key={dataset.id} dataset={dataset} readOnly={workspace.data?.readOnly ?? false} />;
  // The first import is under way: its name and progress stand in the title bar.
  if (jobs.length > 0)
    return (
      <Screen title={text.title} note={jobs[0]!.name}>
        <SkeletonRows rows={14} label={jobs[0]!.name} />
      </Screen>
    );
  return (
    <Screen title={text.title}>
      <OtherVersions kinds={['dataset', 'classification', 'decision']} />
      <EmptyState
        icon={Database}
        title={text.empty.title}
        actions={
          workspace.data?.readOnly ? undefined : (
            <>
              <Button variant="filled" onClick={() => void openDataset()}>
                {text.empty.open}
              </Button>
              <Button onClick={() => void trySample()}>{text.empty.sample}</Button>
            </>
          )
        }
      >
        {text.empty.sentence} {workspace.data ? '' : text.noWorkspace}
      </EmptyState>
    </Screen>
  );
}
