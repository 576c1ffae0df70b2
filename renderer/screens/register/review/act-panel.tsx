import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readFailure } from '#renderer/client/failure.ts';
import { refreshRecords } from '#renderer/client/records.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import type { Difference } from '#shared/register/diff.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { DiffView } from './diff-view.tsx';
import styles from './review.module.css';

const text = recordsText;

/** Where somebody else was first, what they changed comes with the refusal. */
function Refused({ kind, error }: { kind: RecordKind; error: unknown }) {
  const { code, findings } = readFailure(error);
  return (
    <>
      <FailureNotice error={error} />
      {code === 'RECORD_CHANGED' && findings.length > 0 && (
        <DiffView kind={kind} differences={findings as Difference[]} />
      )}
    </>
  );
}

/** An act on a record, asked for in its place on the page: what it means, then the press. */
export function ActPanel({
  kind,
  title,
  confirm,
  disabled = false,
  onConfirm,
  onClose,
  more,
  children,
}: {
  kind: RecordKind;
  title: string;
  confirm: string;
  disabled?: boolean;
  onConfirm(): Promise<void>;
  onClose?: () => void;
  /** Further presses beside the first. */
  more?: ReactNode;
  children: ReactNode;
}) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const act = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      await refreshRecords();
    }
  };
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 ref={head} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {error !== null && <Refused kind={kind} error={error} />}
      {children}
      <div className={styles.buttons}>
        <Button variant="filled" loading={busy} disabled={disabled} onClick={() => void act()}>
          {confirm}
        </Button>
        {more}
        {onClose && <Button onClick={onClose}>{text.create.cancel}</Button>}
      </div>
    </section>
  );
}
