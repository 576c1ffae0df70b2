import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { useDataset, useReleases } from '#renderer/client/queries.ts';
import { useStanding } from '#renderer/client/use-standing.ts';
import { releaseText } from '#shared/text/window/release.ts';

/** Blocked while guardrails stop the release; done once this dataset has been released. */
export function useReleaseMark(): RailMark {
  const dataset = useDataset();
  const { assessment, hasRecipe } = useStanding(dataset);
  const releases = useReleases();
  if (!dataset || !hasRecipe || !assessment) return { state: 'none' };
  const blocking = assessment.findings.filter(({ verdict }) => verdict === 'block').length;
  if (blocking > 0) return { state: 'blocked', count: blocking, words: releaseText.markBlocked(blocking) };
  return releases.data?.some(({ datasetId }) => datasetId === dataset.id)
    ? { state: 'done' }
    : { state: 'needs', words: releaseText.markReady };
}
