import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/**
 * Label and value pairs. Numbers are right-aligned where there is nothing else beside them: a column has one edge.
 * Entries whose value is null are left out.
 */
export function Facts({ items }: { items: { label: string; value: ReactNode; numeric?: boolean }[] }) {
  const shown = items.filter(({ value }) => value !== null);
  const number = shown.every(({ numeric }) => numeric) ? styles.number : styles.digits;
  return (
    <dl className={styles.facts}>
      {shown.map(({ label, value, numeric }) => (
        <Fragment key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={numeric ? number : styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
