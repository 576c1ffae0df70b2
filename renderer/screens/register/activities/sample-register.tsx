import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys } from '#renderer/client/query-client.ts';
import { useDatasets, useWorkspace } from '#renderer/client/queries.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { runJob } from '#renderer/client/use-job.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { recordsText } from '#shared/text/window/records.ts';

const text = recordsText.sample;

/** Offers the register of the sample's invented company, where the sample is there and no register is kept yet. */
export function SampleRegister() {
  const { data: workspace } = useWorkspace();
  const { data: datasets } = useDatasets();
  const { data: found } = useQuery({
    // The sample may still be on its way in when somebody looks.
    queryKey: [...keys.records, 'sample', (datasets ?? []).map(({ id }) => id)],
    queryFn: () => engine.registerFiles.sample({}),
    refetchOnMount: 'always',
  });
  if (found === undefined || found === null || (workspace?.readOnly ?? true)) return null;
  const { grantId, fileName } = found;
  const bringIn = (): Promise<void> =>
    guarded(async () => {
      const report = await runJob(text.job(fileName), () => engine.registerFiles.import({ grantId, again: 'update' }));
      if (report === null) return;
      await refreshRecords();
      notifyDone(text.done(report.drafted.length + report.again.length));
    });
  return (
    <Notice title={text.title} action={<Button onClick={() => void bringIn()}>{text.bringIn}</Button>}>
      {text.sentence}
    </Notice>
  );
}
