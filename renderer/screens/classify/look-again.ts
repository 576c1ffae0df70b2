import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';

/** Has every column looked at again. */
export const rerun = (dataset: DatasetSummary): Promise<void> =>
  guarded(async () => {
    const answer = await runJob(text.rerunning(dataset.name), () => engine.classify.run({ datasetId: dataset.id }));
    if (answer) queryClient.setQueryData(keys.classification(dataset.id), answer);
    await refresh(keys.assessment(dataset.id), keys.register, keys.verification);
  });

/** What a codebook says of the columns is one of the things the next look goes by. */
export const importCodebook = (dataset: DatasetSummary): Promise<void> =>
  guarded(async () => {
    const grant = await window.custos.requestOpen({ kind: 'codebook' });
    if (!grant) return;
    const { fileName, variables, matched } = await engine.classify.importCodebook({
      datasetId: dataset.id,
      grantId: grant.grantId,
    });
    notifyDone(text.codebookRead(fileName, matched, variables));
    await rerun(dataset);
  });
