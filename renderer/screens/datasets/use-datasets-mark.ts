import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { useDatasets } from '#renderer/client/queries.ts';
import { datasetsText } from '#shared/text/window/datasets.ts';

/** Done once there is a dataset; the count is how many there are. */
export function useDatasetsMark(): RailMark {
  const { data } = useDatasets();
  return data && data.length > 0
    ? { state: 'done', count: data.length, words: datasetsText.mark(data.length) }
    : { state: 'none' };
}
