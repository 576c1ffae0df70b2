import type { RailMark } from '#renderer/app/screens.ts';
import { useClassification, useDataset } from '#renderer/client/queries.ts';
import { classifyText } from '#renderer/text/classify.ts';

/** Needs you while doubtful columns are undecided; the count is how many. */
export function useClassifyMark(): RailMark {
  const dataset = useDataset();
  const { data } = useClassification(dataset?.id ?? null);
  if (!data) return { state: 'none' };
  return data.open > 0 ? { state: 'needs', count: data.open, words: classifyText.markOpen(data.open) } : { state: 'done', words: classifyText.markDone };
}
