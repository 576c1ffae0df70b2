import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { closeNotice, closeNotices, useStandingNotices, type StandingNotice } from '#renderer/client/notify.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { appText } from '#shared/text/window/app.ts';
import styles from './notice-list.module.css';

const text = appText.standing;

function Standing({ notice, more }: { notice: StandingNotice; more?: ReactNode }) {
  const close = (): void => closeNotice(notice.key);
  const actions = (
    <span className={styles.actions}>
      {more}
      <ActionIcon aria-label={text.close(notice.title)} onClick={close}>
        <X size={14} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
  return (
    <Notice
      tone={notice.tone}
      title={notice.times > 1 ? text.times(notice.title, notice.times) : notice.title}
      action={actions}
    >
      {notice.message}
    </Notice>
  );
}

/** What went wrong, above the work and never over it: the newest, and how many more there are. */
export function NoticeList() {
  const standing = useStandingNotices();
  const [all, setAll] = useState(false);
  const [newest, ...others] = standing;
  if (!newest) return null;
  const more = others.length > 0 && (
    <>
      <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? text.fewer : text.more(others.length)}
      </Button>
      <Button
        variant="subtle"
        onClick={() => {
          setAll(false);
          closeNotices();
        }}
      >
        {text.closeAll}
      </Button>
    </>
  );
  return (
    <section className={styles.list} aria-label={appText.notices}>
      <Standing notice={newest} more={more} />
      {all && others.map((notice) => <Standing key={notice.key} notice={notice} />)}
    </section>
  );
}
