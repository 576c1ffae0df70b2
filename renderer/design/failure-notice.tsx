import { Button } from '@mantine/core';
import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { readFailure } from '#renderer/client/failure.ts';
import { appText } from '#shared/text/window/app.ts';
import { failureText } from '#shared/text/window/failures.ts';
import styles from './states.module.css';

/** An error as three answers: what happened, what was not lost, what to do. */
export function FailureNotice({
  error,
  onRetry,
  actions,
}: {
  error: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
}) {
  const { code, detail } = readFailure(error);
  const { title, kept, next } = failureText[code];
  return (
    <div className={styles.failure} role="alert">
      <CircleX size={16} aria-hidden="true" className={styles.failureIcon} />
      <div>
        <strong>{title}.</strong>
        {detail !== null && <p className={styles.detail}>{detail}</p>}
        <p className={styles.detail}>
          {kept} {next}
        </p>
        {(onRetry || actions) && (
          <div className={styles.failureActions}>
            {onRetry && <Button onClick={onRetry}>{appText.failure.retry}</Button>}
            {actions}
          </div>
        )}
      </div>
    </div>
  );
}
