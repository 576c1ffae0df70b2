import { ChartColumn } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useClassification, usePurposes } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { riskText as text } from '#shared/text/window/risk.ts';
import { WorkScreen } from '#renderer/workspace/work-screen.tsx';
import { RiskView } from './risk-view.tsx';

/** Waits for what is known of the dataset's columns. */
function Classified({
  dataset,
  ...shown
}: {
  dataset: DatasetSummary;
  recipe: Recipe | null;
  purposes: readonly Purpose[];
  readOnly: boolean;
}) {
  const classification = useClassification(dataset.id);
  if (classification.isError)
    return (
      <Screen title={text.title} of={dataset.name}>
        <FailureNotice error={classification.error} onRetry={() => void classification.refetch()} />
      </Screen>
    );
  if (!classification.data) return <SkeletonRows rows={12} />;
  return <RiskView dataset={dataset} classification={classification.data} {...shown} />;
}

/**
 * How identifiable people are, before and after the recipe. Only roles change anything, so a read-only workspace shows it
 * as any other does.
 */
export function RiskScreen() {
  const purposes = usePurposes();
  return (
    <WorkScreen title={text.title} icon={ChartColumn} empty={text.empty} also={[purposes]}>
      {({ workspace, dataset, recipe }) => (
        <Classified
          key={dataset.id}
          dataset={dataset}
          recipe={recipe}
          purposes={purposes.data ?? []}
          readOnly={workspace.readOnly}
        />
      )}
    </WorkScreen>
  );
}
