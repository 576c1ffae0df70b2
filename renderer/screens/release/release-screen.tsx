import { Button } from '@mantine/core';
import { Stamp } from 'lucide-react';
import { useAssessment, useDataset, useDatasets, useRecipe, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { openDataset, trySample } from '#renderer/intake/open-dataset.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { Checklist } from './checklist.tsx';
import { PastReleases } from './past-releases.tsx';
import { ReleaseForm } from './release-form.tsx';
import styles from './release.module.css';

/** Guardrails, Run, and what has been released. */
export function ReleaseScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const recipe = useRecipe(dataset?.id ?? null);
  const assessment = useAssessment(dataset?.id ?? null, recipe.data);
  const failed = [workspace, datasets, recipe, assessment].find((query) => query.isError);
  if (failed) return <Screen title={text.title} {...(dataset ? { of: dataset.name } : {})}><FailureNotice error={failed.error} onRetry={() => void failed.refetch()} actions={<Button onClick={() => goTo('recipe')}>{text.change}</Button>} /></Screen>;
  if (workspace.isPending || (workspace.data && datasets.isPending) || (dataset && recipe.isPending)) return <SkeletonRows rows={10} />;
  if (!dataset || !workspace.data)
    return (
      <Screen title={text.title}>
        <EmptyState icon={Stamp} title={text.empty.title} actions={<><Button variant="filled" onClick={() => void openDataset()}>{text.empty.open}</Button><Button onClick={() => void trySample()}>{text.empty.sample}</Button></>}>{text.empty.sentence}</EmptyState>
      </Screen>
    );
  const { readOnly } = workspace.data;
  if (!recipe.data)
    return (
      <Screen title={text.title} of={dataset.name}>
        <EmptyState icon={Stamp} title={text.noRecipe.title} actions={<Button variant="filled" onClick={() => goTo('recipe')}>{text.noRecipe.go}</Button>}>{text.noRecipe.sentence}</EmptyState>
        <PastReleases readOnly={readOnly} />
      </Screen>
    );
  return (
    <Screen title={text.title} of={dataset.name}>
      {assessment.data ? (
        <div className={styles.page}>
          <Checklist recipe={recipe.data} assessment={assessment.data} />
          <aside className={styles.side}><ReleaseForm key={dataset.id} dataset={dataset} recipe={recipe.data} assessment={assessment.data} readOnly={readOnly} /></aside>
          <div className={styles.past}><PastReleases readOnly={readOnly} /></div>
        </div>
      ) : (
        <SkeletonRows rows={12} label={text.measuring} />
      )}
    </Screen>
  );
}
