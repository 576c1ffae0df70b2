import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/** Label and value pairs; numbers are right-aligned. Entries whose value is null are left out. */
export function Facts({ items }: { items: { label: string; value: ReactNode; numeric?: boolean }[] }) {
  return (
    <dl className={styles.facts}>
      {items.filter(({ value }) => value !== null).map(({ label, value, numeric }) => (
        <Fragment key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={numeric ? styles.number : styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
