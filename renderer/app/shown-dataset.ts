import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { useDataset } from '#renderer/client/queries.ts';
import { usePendingIntake } from '#renderer/workspace/pending-intake.ts';
import { useScreen } from '#renderer/state/ui-state.ts';
import type { ScreenId } from '#shared/domain/screens.ts';

const aboutDataset: readonly ScreenId[] = ['datasets', 'classify', 'recipe', 'risk', 'release', 'fairness', 'segments'];

/**
 * The dataset the screen is about: strip and status bar speak of no other. None on a screen about something else, nor
 * while a file is being confirmed.
 */
export function useShownDataset(): DatasetSummary | null {
  const screen = useScreen();
  const pending = usePendingIntake();
  const dataset = useDataset();
  return aboutDataset.includes(screen) && !(screen === 'datasets' && pending !== null) ? dataset : null;
}
