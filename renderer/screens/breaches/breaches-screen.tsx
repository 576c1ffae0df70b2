import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useState } from 'react';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import { engine } from '#renderer/client/connection.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { keys } from '#renderer/client/query-client.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { BreachList } from './breach-list.tsx';
import { BreachPage } from './breach-page.tsx';
import { DeleteBreach } from './end-section.tsx';
import { writeBreach } from './drafts-section.tsx';
import { ReportForm } from './report-form.tsx';

/** Hours run while nobody touches anything. */
const everyMinute = { refetchInterval: 60_000, staleTime: 0 };

/** One breach, asked for by its id. */
function Shown({ id, readOnly }: { id: string; readOnly: boolean }) {
  const breach = useQuery({
    queryKey: [...keys.breaches, id],
    queryFn: () => engine.breaches.get({ breach: id }),
    ...everyMinute,
  });
  if (breach.isError) return <FailureNotice error={breach.error} onRetry={() => void breach.refetch()} />;
  if (breach.isPending) return <SkeletonRows rows={8} />;
  return <BreachPage key={id} breach={breach.data} readOnly={readOnly} />;
}

function Register({ readOnly }: { readOnly: boolean }) {
  const [reporting, setReporting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({ queryKey: keys.breaches, queryFn: () => engine.breaches.list({}), ...everyMinute });
  const { breaches = [], unreadable = [] } = list.data ?? {};
  const shown = breaches.find(({ id, ref }) => id === chosen || ref === chosen) ?? breaches[0] ?? null;
  const report = (
    <Button variant="filled" disabled={readOnly || reporting} onClick={() => setReporting(true)}>
      {text.report}
    </Button>
  );
  const isEmpty = list.isSuccess && breaches.length === 0;
  const actions = (
    <>
      <Button disabled={readOnly} onClick={() => void writeBreach(null, 'register', text.registerFile)}>
        {text.register}
      </Button>
      {report}
    </>
  );
  return (
    <Screen title={text.title} note={text.note} actions={!isEmpty && actions}>
      {unreadable.length > 0 && <Notice tone="block">{text.unreadable(unreadable.length)}</Notice>}
      {!readOnly && unreadable.map((id) => <DeleteBreach key={id} id={id} name={text.unreadableOne} />)}
      {reporting && (
        <ReportForm
          onCancel={() => setReporting(false)}
          onDone={(ref) => {
            setChosen(ref);
            setReporting(false);
          }}
        />
      )}
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={8} />}
      {isEmpty && !reporting && (
        <EmptyState icon={Siren} title={text.empty.title} actions={report}>
          {text.empty.sentence}
        </EmptyState>
      )}
      {breaches.length > 0 && <BreachList breaches={breaches} chosen={shown?.id ?? null} onChoose={setChosen} />}
      {shown !== null && <Shown id={shown.id} readOnly={readOnly} />}
    </Screen>
  );
}

/** Whom must be told, by which hour: the register of breaches of the workspace. */
export function BreachesScreen() {
  const workspace = useWorkspace();
  if (workspace.isPending) return <SkeletonRows rows={8} />;
  if (!workspace.data) return <NoDataset title={text.title} icon={Siren} words={text.closed} />;
  return <Register readOnly={workspace.data.readOnly} />;
}
