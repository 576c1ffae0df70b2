import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { QualityShown } from '#shared/contract/quality.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { qualityWindowText as text } from '#shared/text/window/quality.ts';
import { engine } from './connection.ts';
import { keys, queryClient, refresh } from './query-client.ts';
import { runJob } from './use-job.ts';

/** What can be checked of a dataset, and what the newest run found. A decision on a column elsewhere changes it. */
export const useQuality = (datasetId: string): UseQueryResult<QualityShown> =>
  useQuery({
    queryKey: keys.quality(datasetId),
    queryFn: () => engine.quality.get({ datasetId }),
    refetchOnMount: 'always',
  });

/** Shows what stands now; of the same run the examples stay, which nothing keeps. */
export function showQuality(shown: QualityShown): void {
  queryClient.setQueryData<QualityShown>(keys.quality(shown.datasetId), (before) => {
    if (before === undefined || before.last === null || shown.last?.entry !== before.last.entry) return shown;
    const seen = new Map(before.last.findings.map(({ id, examples, at }) => [id, { examples, at }]));
    const findings = shown.last.findings.map((finding) => ({ ...finding, ...seen.get(finding.id) }));
    return { ...shown, last: { ...shown.last, findings } };
  });
}

/** What else changes with every entry about quality. */
export const afterQuality = (): Promise<void> => refresh(keys.due, keys.principles, keys.register, keys.verification);

/** Runs the checks. Examples come with the run alone and are kept as long as the tab shows it. */
export async function checkQuality({ id, name }: Pick<DatasetSummary, 'id' | 'name'>): Promise<void> {
  const run = await runJob(text.job(name), () => engine.quality.run({ datasetId: id }));
  if (run === null) return;
  const shown = await engine.quality.get({ datasetId: id });
  queryClient.setQueryData<QualityShown>(keys.quality(id), { ...shown, last: run });
  await afterQuality();
}
