import { Button } from '@mantine/core';
import { Stamp } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useAssessment, useDataset, useDatasets, useRecipe, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { Checklist } from './checklist.tsx';
import { PastReleases } from './past-releases.tsx';
import { RefusedPage } from './refused-page.tsx';
import { ReleaseForm } from './release-form.tsx';
import { useReleaseOutcome } from './release-outcome.ts';
import styles from './release.module.css';
import { ResultPage } from './result-page.tsx';

/** The checks and Run, or how the last Run ended. */
function Work({ dataset, recipe, readOnly }: { dataset: DatasetSummary; recipe: Recipe; readOnly: boolean }) {
  const assessment = useAssessment(dataset.id, recipe);
  const outcome = useReleaseOutcome(dataset.id, recipe);
  if (outcome?.kind === 'written')
    return (
      <ResultPage
        dataset={dataset}
        recipe={recipe}
        readOnly={readOnly}
        result={outcome.result}
        grantId={outcome.grantId}
        fileName={outcome.fileName}
      />
    );
  if (outcome?.kind === 'refused')
    return <RefusedPage dataset={dataset} error={outcome.error} fileName={outcome.fileName} entry={outcome.entry} />;
  return (
    <Screen title={text.title} of={dataset.name}>
      {assessment.data ? (
        <div className={styles.page}>
          <Checklist datasetId={dataset.id} recipe={recipe} assessment={assessment.data} />
          <aside className={styles.side}>
            <ReleaseForm
              key={dataset.id}
              dataset={dataset}
              recipe={recipe}
              assessment={assessment.data}
              readOnly={readOnly}
            />
          </aside>
          <div className={styles.past}>
            <PastReleases readOnly={readOnly} />
          </div>
        </div>
      ) : (
        <SkeletonRows rows={12} label={text.measuring} />
      )}
    </Screen>
  );
}

/** Guardrails, Run, and what has been released. */
export function ReleaseScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const recipe = useRecipe(dataset?.id ?? null);
  const assessment = useAssessment(dataset?.id ?? null, recipe.data);
  const failed = [workspace, datasets, recipe, assessment].find((query) => query.isError);
  if (failed)
    return (
      <Screen title={text.title} {...(dataset ? { of: dataset.name } : {})}>
        <FailureNotice
          error={failed.error}
          onRetry={() => void failed.refetch()}
          actions={<Button onClick={() => goTo('recipe')}>{text.change}</Button>}
        />
      </Screen>
    );
  if (workspace.isPending || (workspace.data && datasets.isPending) || (dataset && recipe.isPending))
    return <SkeletonRows rows={10} />;
  if (!dataset || !workspace.data) return <NoDataset title={text.title} icon={Stamp} words={text.empty} />;
  const { readOnly } = workspace.data;
  if (!recipe.data)
    return (
      <Screen title={text.title} of={dataset.name}>
        <EmptyState
          icon={Stamp}
          title={text.noRecipe.title}
          actions={
            <Button variant="filled" onClick={() => goTo('recipe')}>
              {text.noRecipe.go}
            </Button>
          }
        >
          {text.noRecipe.sentence}
        </EmptyState>
        <PastReleases readOnly={readOnly} />
      </Screen>
    );
  return <Work dataset={dataset} recipe={recipe.data} readOnly={readOnly} />;
}
