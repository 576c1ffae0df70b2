import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { useDataset } from '#renderer/client/queries.ts';
import { useStanding } from '#renderer/client/use-standing.ts';
import { riskText } from '#shared/text/window/risk.ts';

/** Done when the recipe's output reaches its target; needs the person while rows are unique. */
export function useRiskMark(): RailMark {
  const dataset = useDataset();
  const { assessment, hasRecipe, reached } = useStanding(dataset);
  if (!dataset || !assessment || !hasRecipe) return { state: 'none' };
  return reached
    ? { state: 'done', words: riskText.markReached }
    : { state: 'needs', words: riskText.markUnique(assessment.uniqueRows) };
}
