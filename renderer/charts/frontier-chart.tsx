import { useElementSize } from '@mantine/hooks';
import type { RiskFrontier } from '#shared/domain/risk-frontier.ts';
import { frontierText as text } from '#shared/text/window/frontier.ts';
import { percent } from '#shared/text/numbers.ts';
import styles from './charts.module.css';

const height = 132;
const left = 44;
const foot = 18;
const top = 8;
const ticks = [2, 5, 10, 20, 30, 40, 50];

/** Share of rows left out for each k: a curve, the recipe's limit as a line, the chosen k as a point on it. */
export function FrontierChart({ frontier: { points, rows, limit }, k }: { frontier: RiskFrontier; k: number }) {
  const { ref, width } = useElementSize();
  const share = (out: number): number => (rows === 0 ? 0 : out / rows);
  const most = Math.max(limit * 1.5, ...points.map(({ out }) => share(out)), 0.01);
  const [from, to] = [points[0]?.k ?? 2, points.at(-1)?.k ?? 50];
  const x = (at: number): number => left + ((at - from) / Math.max(1, to - from)) * Math.max(0, width - left - 8);
  const y = (of: number): number => top + (1 - of / most) * (height - foot - top);
  const chosen = points.find((point) => point.k === k);
  return (
    <figure className={styles.figure}>
      <div ref={ref} className={styles.frame}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={text.chart(points.length, most)}>
            <line x1={left} x2={width - 8} y1={y(0)} y2={y(0)} className={styles.axisLine} />
            <line x1={left} x2={width - 8} y1={y(limit)} y2={y(limit)} className={styles.threshold} />
            {[0, limit, most].map((of) => (
              <text key={of} x={left - 6} y={y(of) + 4} textAnchor="end" className={styles.tick}>
                {percent(of)}
              </text>
            ))}
            {ticks
              .filter((at) => at >= from && at <= to)
              .map((at) => (
                <text key={at} x={x(at)} y={height - 4} textAnchor="middle" className={styles.tick}>
                  {at}
                </text>
              ))}
            <polyline
              points={points.map((point) => `${x(point.k)},${y(share(point.out))}`).join(' ')}
              className={styles.curve}
            />
            {chosen && <circle cx={x(chosen.k)} cy={y(share(chosen.out))} r={5} className={styles.mark} />}
          </svg>
        )}
      </div>
    </figure>
  );
}
