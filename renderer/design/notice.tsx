import { Check, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { quiet: Info, pass: Check, warn: TriangleAlert, block: OctagonX };

/** A strip across the work: something worth knowing, with at most one thing to do. */
export function Notice({
  tone = 'quiet',
  title,
  action,
  children,
}: {
  tone?: 'quiet' | 'pass' | 'warn' | 'block';
  title?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'quiet' || tone === 'pass' ? 'status' : 'alert'}>
      <Icon size={15} aria-hidden="true" className={styles.icon} />
      <p className={styles.words}>
        {title !== undefined && <strong>{title}. </strong>}
        {children}
      </p>
      {action}
    </div>
  );
}
