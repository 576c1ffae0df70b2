import type { QualityFinding } from '#shared/domain/quality.ts';
import { qualityWindowText as text } from '#shared/text/window/quality.ts';
import styles from './quality.module.css';

const [width, height] = [72, 18];

/** The share that failed, run by run: a line from nothing to the worst of them. Of a single run nothing is drawn. */
export function Trend({ points }: { points: QualityFinding['trend'] }) {
  if (points.length < 2) return null;
  const shares = points.map(({ rows, failures }) => failures / rows);
  const worst = Math.max(...shares, Number.EPSILON);
  const at = shares.map((share, index) => ({
    x: 2 + (index * (width - 4)) / (shares.length - 1),
    y: height - 2 - (share / worst) * (height - 4),
  }));
  const last = at.at(-1)!;
  return (
    <svg className={styles.trend} width={width} height={height} role="img" aria-label={text.trend(points)}>
      <title>{text.trend(points)}</title>
      <polyline points={at.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <circle cx={last.x} cy={last.y} r={2} />
    </svg>
  );
}
