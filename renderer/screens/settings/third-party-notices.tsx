import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { appText } from '#shared/text/window/app.ts';
import { settingsText as text } from '#shared/text/window/settings.ts';
import styles from './settings.module.css';

function Notices() {
  const notices = useQuery({ queryKey: ['third-party-notices'], queryFn: () => engine.engine.thirdPartyNotices({}) });
  if (notices.isError) return <FailureNotice error={notices.error} onRetry={() => void notices.refetch()} />;
  return notices.data ? <pre className={styles.notices}>{notices.data.text}</pre> : <SkeletonRows rows={10} />;
}

/** Who made what Custos is built of, and under which licence. */
export function ThirdPartyNotices() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button mt="sm" onClick={() => setOpen(true)}>
        {text.notices}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size={820}
        title={text.noticesTitle}
        closeButtonProps={{ 'aria-label': appText.close }}
      >
        <Notices />
      </Modal>
    </>
  );
}
