import { Skeleton } from '@mantine/core';
import { appText } from '#shared/text/window/app.ts';
import styles from './states.module.css';

/** Loading: the outline of what is coming. */
export function SkeletonRows({ rows = 8, label = appText.loading }: { rows?: number; label?: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} height={20} width={`${92 - ((at * 17) % 40)}%`} radius="sm" />
      ))}
    </div>
  );
}
