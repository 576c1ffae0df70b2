import { ChartColumn } from 'lucide-react';
import { usePurposes } from '#renderer/client/queries.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import { WorkScreen } from '#renderer/workspace/work-screen.tsx';
import { RiskView } from './risk-view.tsx';

/**
 * How identifiable people are, before and after the recipe. Changes nothing, so a read-only workspace shows it as any
 * other does.
 */
export function RiskScreen() {
  const purposes = usePurposes();
  return (
    <WorkScreen title={text.title} icon={ChartColumn} empty={text.empty} also={[purposes]}>
      {({ dataset, recipe }) => (
        <RiskView key={dataset.id} dataset={dataset} recipe={recipe} purposes={purposes.data ?? []} />
      )}
    </WorkScreen>
  );
}
