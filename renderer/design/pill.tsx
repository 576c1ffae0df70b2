import type { ReactNode } from 'react';
import styles from './pill.module.css';

export type Tone = 'quiet' | 'pass' | 'warn' | 'block' | 'accent' | 'unstated';

/** A small labelled mark. Colour only underlines what the word says. */
export function Pill({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {children}
    </span>
  );
}
