import type { RailMark } from '#renderer/app/screens.ts';
import { useClassification, useDataset } from '#renderer/client/queries.ts';
import { openDoubts } from '#renderer/client/review.ts';
import { classifyText } from '#shared/text/window/classify.ts';

/** Needs you while doubtful columns are undecided; the count is how many. */
export function useClassifyMark(): RailMark {
  const dataset = useDataset();
  const { data } = useClassification(dataset?.id ?? null);
  if (!data) return { state: 'none' };
  const doubts = openDoubts(data);
  return doubts > 0 ? { state: 'needs', count: doubts, words: classifyText.markOpen(doubts) } : { state: 'done', words: classifyText.markDone };
}
