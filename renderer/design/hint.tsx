import type { ReactNode } from 'react';
import styles from './hint.module.css';

/** The line under a list or a grid: what keys do here, and what is kept of it. */
export function Hint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
