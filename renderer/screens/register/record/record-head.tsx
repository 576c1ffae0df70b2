import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Pill } from '#renderer/design/pill.tsx';
import { showRegisterTab, useRegisterTab } from '#renderer/state/register-place.ts';
import type { VersionState } from '#shared/register/register-snapshot.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { registerText } from '#shared/text/window/register.ts';
import { PrintRecord } from './print-record.tsx';
import styles from './record.module.css';

const text = recordsText.page;

/** What record this is, at which version, and what can be done with it. */
export function RecordHead({
  name,
  version,
  state,
  note,
  printed,
  children,
}: {
  name: string;
  version: number;
  state: VersionState;
  /** Id of an activity that can be printed. */
  printed?: string | undefined;
  /** When it was kept, or that it is being kept. */
  note: string;
  children?: ReactNode;
}) {
  const tab = useRegisterTab();
  const head = useRef<HTMLHeadingElement>(null);
  const isTab = tab === 'organisation';
  // Whoever opened a record, or changed its state, goes on from its name; who goes through the tabs stays in them.
  useEffect(() => {
    if (!isTab) head.current?.focus();
  }, [isTab, state, version]);
  return (
    <div className={styles.head}>
      {!isTab && (
        <Button
          variant="subtle"
          leftSection={<ArrowLeft size={14} aria-hidden="true" />}
          onClick={() => showRegisterTab(tab)}
        >
          {text.back(registerText.tabs[tab])}
        </Button>
      )}
      <h2 ref={head} tabIndex={-1} className={styles.title}>
        {name}
      </h2>
      <Pill tone={state === 'approved' || state === 'retired' ? 'quiet' : 'warn'}>{text.version(version, state)}</Pill>
      <span className={styles.quiet} role="status">
        {note}
      </span>
      <span className={styles.grow} />
      {printed !== undefined && <PrintRecord id={printed} name={name} />}
      {children}
    </div>
  );
}
