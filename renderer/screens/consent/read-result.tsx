import { Button } from '@mantine/core';
import type { ConsentRecorded } from '#shared/contract/consent.ts';
import { notEntered } from '#shared/text/consent.ts';
import { consentText } from '#shared/text/window/consent.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goToEntry } from '#renderer/state/register-place.ts';
import styles from './consent.module.css';

const text = consentText.result;

/** What was read in, from which columns, and what could not be read. */
export function ReadResult({ read }: { read: ConsentRecorded }) {
  const { events, people, known, strangers, doubtful, unread, columns, registerEntry } = read;
  const from = Object.values(columns).flat();
  return (
    <>
      <Notice
        tone={unread.total > 0 ? 'warn' : 'pass'}
        action={<Button onClick={() => goToEntry(registerEntry)}>{text.entry(registerEntry)}</Button>}
      >
        {text.entered(events, people, known)} {from.length > 0 && text.columns(from)}{' '}
        {strangers > 0 && text.strangers(strangers)} {doubtful > 0 && text.doubtful(doubtful)}{' '}
        {unread.total > 0 && text.unread(unread.total)}
      </Notice>
      {unread.listed.length > 0 && (
        <ul className={styles.unread}>
          {notEntered(unread).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
