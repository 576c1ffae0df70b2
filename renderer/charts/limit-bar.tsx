import styles from './limit-bar.module.css';

/** A share (0…1) as a line that is so far filled, with a limit drawn in; what it says stands beside it as text. */
export function LimitBar({ share, limit }: { share: number; limit?: number | undefined }) {
  const over = limit !== undefined && share > limit + 1e-9;
  // A share that is there is seen.
  const width = share <= 0 ? 0 : Math.max(0.6, share * 100);
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
      <rect width="100" height="8" className={styles.ground} />
      <rect width={width} height="8" className={over ? styles.over : styles.mark} />
      {limit !== undefined && (
        <line
          x1={Math.min(99.5, limit * 100)}
          x2={Math.min(99.5, limit * 100)}
          y1="0"
          y2="8"
          vectorEffect="non-scaling-stroke"
          className={styles.limit}
        />
      )}
    </svg>
  );
}
