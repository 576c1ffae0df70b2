import { percent } from '#shared/text/numbers.ts';
import styles from './share-bar.module.css';

/** A share (0…1) of rows that are alone, as a line that is so far filled. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className={styles.bar} role="img" aria-label={percent(share)}>
      <rect width="100" height="6" className={styles.ground} />
      <rect width={share * 100} height="6" className={styles.mark} />
    </svg>
  );
}
