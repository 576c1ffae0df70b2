import { Button, Tabs } from '@mantine/core';
import { Stamp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useAssessment, useDataset, useDatasets, useRecipe, useWorkspace } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { TabStrip } from '#renderer/design/tab-strip.tsx';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { audienceFactsText } from '#shared/text/audience.ts';
import { audienceText } from '#shared/text/window/audience.ts';
import { relatedWindowText } from '#shared/text/window/related.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { releaseTabs, useReleaseTab, showReleaseTab } from './audience/audience-draft.ts';
import { AudienceFacts } from './audience/audience-facts.tsx';
import { forgetAudience, useAudienceOutcome } from './audience/audience-outcome.ts';
import { AudiencePanel } from './audience/audience-panel.tsx';
import { Checklist } from './checklist.tsx';
import { PastReleases } from './past-releases.tsx';
import { RefusedPage } from './refused-page.tsx';
import { RelatedWork } from './related/related-work.tsx';
import { ReleaseForm } from './release-form.tsx';
import { forgetOutcome, useReleaseOutcome } from './release-outcome.ts';
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
        onBack={() => forgetOutcome(dataset.id)}
      />
    );
  if (outcome?.kind === 'refused')
    return <RefusedPage dataset={dataset} error={outcome.error} fileName={outcome.fileName} entry={outcome.entry} />;
  return (
    <ReleaseTabs dataset={dataset}>
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
    </ReleaseTabs>
  );
}

/** What is released: what the recipe makes of the dataset, a customer list for a platform, or several tables together. */
function ReleaseTabs({ dataset, children }: { dataset: DatasetSummary; children: ReactNode }) {
  const tab = useReleaseTab();
  const others = (useDatasets().data ?? []).length > 1;
  return (
    <Screen title={text.title} of={dataset.name}>
      <Tabs
        value={tab}
        onChange={(next) => showReleaseTab(releaseTabs.find((one) => one === next) ?? 'recipe')}
        keepMounted={false}
      >
        <TabStrip shown={tab}>
          <Tabs.Tab value="recipe">{audienceText.tabs.recipe}</Tabs.Tab>
          <Tabs.Tab value="audience">{audienceText.tabs.audience}</Tabs.Tab>
          {(others || tab === 'related') && <Tabs.Tab value="related">{relatedWindowText.tab}</Tabs.Tab>}
        </TabStrip>
        <Tabs.Panel value={tab} className={styles.panel}>
          {children}
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}

/** The audience that is being chosen, or how writing it ended. */
function AudienceWork({ dataset, readOnly }: { dataset: DatasetSummary; readOnly: boolean }) {
  const outcome = useAudienceOutcome(dataset.id);
  if (outcome?.kind === 'written')
    return (
      <ResultPage
        dataset={dataset}
        recipe={null}
        readOnly={readOnly}
        result={outcome.result}
        grantId={outcome.grantId}
        fileName={outcome.fileName}
        onBack={() => forgetAudience(dataset.id)}
      >
        <Notice tone="warn">{audienceText.undone}</Notice>
        <Section title={audienceFactsText.title}>
          <AudienceFacts audience={outcome.result.audience} />
        </Section>
      </ResultPage>
    );
  return (
    <ReleaseTabs dataset={dataset}>
      <AudiencePanel key={dataset.id} dataset={dataset} readOnly={readOnly} />
      <div className={styles.past}>
        <PastReleases readOnly={readOnly} />
      </div>
    </ReleaseTabs>
  );
}

/** Guardrails, Run, and what has been released. */
export function ReleaseScreen() {
  const workspace = useWorkspace();
  const datasets = useDatasets();
  const dataset = useDataset();
  const recipe = useRecipe(dataset?.id ?? null);
  const assessment = useAssessment(dataset?.id ?? null, recipe.data);
  const tab = useReleaseTab();
  // A recipe that cannot run is no matter of an audience, which has its own, nor of tables that follow from none.
  const needed = tab !== 'recipe' ? [workspace, datasets] : [workspace, datasets, recipe, assessment];
  const failed = needed.find((query) => query.isError);
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
  if (tab === 'audience') return <AudienceWork dataset={dataset} readOnly={readOnly} />;
  if (tab === 'related')
    return (
      <RelatedWork
        dataset={dataset}
        readOnly={readOnly}
        inTabs={(panel) => (
          <ReleaseTabs dataset={dataset}>
            {panel}
            <PastReleases readOnly={readOnly} />
          </ReleaseTabs>
        )}
      />
    );
  if (!recipe.data)
    return (
      <ReleaseTabs dataset={dataset}>
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
      </ReleaseTabs>
    );
  return <Work dataset={dataset} recipe={recipe.data} readOnly={readOnly} />;
}
