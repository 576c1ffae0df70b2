import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MailQuestion } from 'lucide-react';
import { useState } from 'react';
import type { RequestSummary } from '#shared/contract/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { keys } from '#renderer/client/query-client.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { LogRequestForm } from './log-request-form.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';
import styles from './requests.module.css';
import { SuppressionLine } from './suppression-line.tsx';

/** The record of the request that is chosen, else of the one that is due first. */
function useChosen(requests: readonly RequestSummary[]) {
  const [wanted, setChosen] = useState<string | null>(null);
  const chosen = requests.some(({ id }) => id === wanted) ? wanted : (requests[0]?.id ?? null);
  const view = useQuery({
    queryKey: [...keys.requests, 'one', chosen],
    queryFn: () => engine.requests.get({ id: chosen! }),
    enabled: chosen !== null,
    // Every day changes it.
    staleTime: 0,
  });
  return { chosen, setChosen, view };
}

function Kept({ requests, readOnly }: { requests: readonly RequestSummary[]; readOnly: boolean }) {
  const [logging, setLogging] = useState(false);
  const { chosen, setChosen, view } = useChosen(requests);
  const log = (
    <Button variant="filled" disabled={readOnly || logging} onClick={() => setLogging(true)}>
      {text.log}
    </Button>
  );
  const form = logging && (
    <LogRequestForm
      calendar={view.data?.request.calendar ?? ''}
      onCancel={() => setLogging(false)}
      onDone={({ id }) => {
        setChosen(id);
        setLogging(false);
      }}
    />
  );
  if (requests.length === 0)
    return (
      <Screen title={text.title} note={text.note}>
        {form || (
          <EmptyState icon={MailQuestion} title={text.empty.title} actions={log}>
            {text.empty.sentence}
          </EmptyState>
        )}
      </Screen>
    );
  return (
    <Screen title={text.title} note={text.note} actions={log}>
      {form}
      <div className={styles.panes}>
        <div>
          <RequestList requests={requests} chosen={chosen} onChoose={setChosen} />
          <SuppressionLine readOnly={readOnly} />
        </div>
        <div>
          {view.isError && <FailureNotice error={view.error} onRetry={() => void view.refetch()} />}
          {view.isPending && <SkeletonRows rows={8} />}
          {view.data && <RequestDetail key={view.data.id} view={view.data} readOnly={readOnly} />}
        </div>
      </div>
    </Screen>
  );
}

/** What does this person want, by when; what do we hold? */
export function RequestsScreen() {
  const workspace = useWorkspace();
  const list = useQuery({
    queryKey: [...keys.requests, 'list'],
    queryFn: () => engine.requests.list({}),
    enabled: Boolean(workspace.data),
    // Every day changes it.
    staleTime: 0,
  });
  if (workspace.isPending) return <SkeletonRows rows={8} />;
  if (!workspace.data) return <NoDataset title={text.title} icon={MailQuestion} words={text.closed} />;
  if (list.isError) return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <SkeletonRows rows={8} />;
  const { requests, unreadable } = list.data;
  return (
    <>
      {unreadable.length > 0 && <Notice tone="block">{text.unreadable(unreadable.length)}</Notice>}
      <Kept requests={requests} readOnly={workspace.data.readOnly} />
    </>
  );
}
