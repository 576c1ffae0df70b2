import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { fairnessScreenText as text } from '#shared/text/window/fairness.ts';
import { engine } from '#renderer/client/connection.ts';
import { useDataset, useWorkspace } from '#renderer/client/queries.ts';
import { keys } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { useWantedOutcome } from '#renderer/state/fairness-place.ts';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { AuditForm } from './audit-form.tsx';
import { AuditResult } from './audit-result.tsx';
import { AuditsInLog } from './audits-in-log.tsx';
import { SaveMenu } from './save-menu.tsx';

function OfDataset({ dataset, readOnly }: { dataset: { id: string; name: string }; readOnly: boolean }) {
  const wanted = useWantedOutcome(dataset.id);
  const choices = useQuery({
    queryKey: keys.fairness(dataset.id),
    queryFn: () => engine.fairness.choices({ datasetId: dataset.id }),
    // Decisions on columns change which of them serve.
    staleTime: 0,
  });
  const made = choices.data?.made ?? null;
  // Whoever comes for a column that is not audited comes to ask.
  const [again, setAgain] = useState(wanted !== null);
  const asking = made === null || again;
  return (
    <Screen
      title={text.title}
      of={dataset.name}
      note={text.note}
      actions={
        made !== null &&
        !readOnly && (
          <>
            <Button aria-expanded={asking} onClick={() => setAgain(!asking)}>
              {text.again}
            </Button>
            <SaveMenu made={made} />
          </>
        )
      }
    >
      {choices.isError && <FailureNotice error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.isPending && <SkeletonRows rows={8} />}
      {choices.data && (
        <>
          <div hidden={!asking}>
            <AuditForm
              key={`${dataset.id} ${wanted ?? ''}`}
              dataset={dataset}
              columns={choices.data.columns}
              wanted={wanted}
              readOnly={readOnly}
              onDone={() => setAgain(false)}
            />
          </div>
          {made !== null && <AuditResult made={made} />}
          <AuditsInLog audits={choices.data.inLog} />
        </>
      )}
    </Screen>
  );
}

/** Who is chosen less often, and is it more than chance? */
export function FairnessScreen() {
  const workspace = useWorkspace();
  const dataset = useDataset();
  if (workspace.isPending) return <SkeletonRows rows={8} />;
  if (!workspace.data || !dataset)
    return (
      <NoDataset
        title={text.title}
        icon={UsersRound}
        words={text.closed}
        readOnly={workspace.data?.readOnly ?? false}
      />
    );
  return <OfDataset key={dataset.id} dataset={dataset} readOnly={workspace.data.readOnly} />;
}
