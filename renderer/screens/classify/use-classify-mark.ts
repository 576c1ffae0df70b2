import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { useClassification, useDataset } from '#renderer/client/queries.ts';
import { decidedColumns, openDoubts } from '#renderer/client/review.ts';
import { classifyText } from '#shared/text/window/classify.ts';

/**
 * Needs you while doubtful columns are undecided; the count is how many. Done is what somebody decided, every column of
 * it.
 */
export function useClassifyMark(): RailMark {
  const dataset = useDataset();
  const { data } = useClassification(dataset?.id ?? null);
  if (!data) return { state: 'none' };
  const doubts = openDoubts(data);
  if (doubts > 0) return { state: 'needs', count: doubts, words: classifyText.markOpen(doubts) };
  const [decided, all] = [decidedColumns(data), data.columns.length];
  return decided === all
    ? { state: 'done', words: classifyText.markDone }
    : { state: 'none', words: classifyText.markSome(decided, all) };
}
