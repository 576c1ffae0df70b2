import { ActionIcon, UnstyledButton } from '@mantine/core';
import { FolderLock, X } from 'lucide-react';
import { engine } from '#renderer/client/connection.ts';
import { useRecent } from '#renderer/client/queries.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { homeText as text } from '#shared/text/window/home.ts';
import { moment } from '#shared/text/numbers.ts';
import { guarded, offerWorkspace } from '#renderer/workspace/workspace-actions.ts';
import styles from './home.module.css';

/** Workspaces opened before, newest first; one that is gone can be taken off the list. */
export function RecentWorkspaces() {
  const recent = useRecent();
  if (recent.isPending) return <SkeletonRows rows={2} />;
  if (recent.isError) return <FailureNotice error={recent.error} onRetry={() => void recent.refetch()} />;
  if (recent.data.length === 0) return <p className={styles.soft}>{text.noRecent}</p>;
  const forget = (id: string): Promise<void> =>
    guarded(async () => {
      await engine.workspaces.forgetRecent({ id });
      await refresh(keys.recent);
    });
  return (
    <ul className={styles.list}>
      {recent.data.map((entry) => (
        <li key={entry.id} className={styles.item}>
          <UnstyledButton
            className={styles.open}
            disabled={entry.missing}
            onClick={() =>
              void offerWorkspace({ name: entry.name, recentId: entry.id, remembered: entry.rememberedKey })
            }
          >
            <FolderLock size={16} aria-hidden="true" />
            <span className={styles.itemName}>{entry.name}</span>
            <span className={styles.soft}>
              {entry.missing ? text.missing : [entry.organisation, moment(entry.openedAt)].filter(Boolean).join(' · ')}
            </span>
          </UnstyledButton>
          <ActionIcon aria-label={text.forget(entry.name)} onClick={() => void forget(entry.id)}>
            <X size={14} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
