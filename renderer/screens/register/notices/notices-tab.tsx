import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { useRecords } from '#renderer/client/records.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { showRegisterTab, useWantedPurpose } from '#renderer/state/register-place.ts';
import type { RecordSummary } from '#shared/contract/records.ts';
import { noticesText as text } from '#shared/text/window/notices.ts';
import { RecordList } from '../list/record-list.tsx';
import { NoticeOfPurpose } from './notice-of-purpose.tsx';
import styles from './notices.module.css';

function ByPurpose({ purposes }: { purposes: readonly RecordSummary[] }) {
  const wanted = useWantedPurpose();
  const { data: workspace } = useWorkspace();
  const [chosen, setChosen] = useState(purposes.find(({ id }) => id === wanted)?.id ?? purposes[0]!.id);
  const notice = useQuery({
    queryKey: [...keys.dataUse, 'notice', chosen],
    queryFn: () => engine.lawfulness.notice({ purpose: chosen }),
    refetchOnMount: 'always',
  });
  return (
    <>
      <div className={styles.bar}>
        <Select
          className={styles.purpose}
          aria-label={text.purpose}
          allowDeselect={false}
          searchable
          data={purposes.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
          value={chosen}
          onChange={(id) => {
            if (id !== null) setChosen(id);
          }}
        />
      </div>
      {notice.isError ? (
        <FailureNotice error={notice.error} onRetry={() => void notice.refetch()} />
      ) : notice.data === undefined ? (
        <SkeletonRows rows={8} label={text.loading} />
      ) : (
        <NoticeOfPurpose key={chosen} notice={notice.data} readOnly={workspace?.readOnly ?? true} />
      )}
    </>
  );
}

/** What people are told: per purpose as the register gives it, and the notices that are kept. */
export function NoticesTab() {
  const records = useRecords();
  const [view, setView] = useState<'by-purpose' | 'kept'>('by-purpose');
  if (records.isError) return <FailureNotice error={records.error} onRetry={() => void records.refetch()} />;
  if (records.isPending) return <SkeletonRows rows={8} label={text.loading} />;
  const purposes = records.data.filter(
    ({ kind, unreadable, state }) => kind === 'purpose' && !unreadable && state !== 'retired',
  );
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={text.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'by-purpose', label: text.byPurpose },
            { value: 'kept', label: text.kept },
          ]}
        />
      </div>
      {view === 'kept' ? (
        <RecordList tab="notices" />
      ) : purposes.length === 0 ? (
        <EmptyState
          icon={Megaphone}
          title={text.noPurpose.title}
          actions={
            <Button variant="filled" onClick={() => showRegisterTab('data')}>
              {text.noPurpose.open}
            </Button>
          }
        >
          {text.noPurpose.sentence}
        </EmptyState>
      ) : (
        <ByPurpose purposes={purposes} />
      )}
    </div>
  );
}
