import type { ReactNode } from 'react';
import styles from './screen.module.css';

interface Props {
  title: string;
  /** What the screen is about, before the title: "customers.csv". */
  of?: string;
  actions?: ReactNode;
  /** Second line under the title. */
  note?: ReactNode;
  /** A grid or list that scrolls by itself fills the screen without padding. */
  fill?: boolean;
  children: ReactNode;
}

/** A screen: heading with its actions on the right, and the work beneath, which alone scrolls. */
export function Screen({ title, of, actions, note, fill = false, children }: Props) {
  return (
    <section className={styles.screen} aria-labelledby="screen-title">
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 id="screen-title" className={styles.title} tabIndex={-1}>
            {of !== undefined && (
              <span className={styles.of}>
                {of}
                <span aria-hidden="true" className={styles.arrow}>
                  ›
                </span>
              </span>
            )}
            {title}
          </h1>
          {note !== undefined && <div className={styles.note}>{note}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div
        className={fill ? styles.fill : styles.body}
        {...(fill ? {} : { tabIndex: 0, role: 'group', 'aria-labelledby': 'screen-title' })}
      >
        {children}
      </div>
    </section>
  );
}
