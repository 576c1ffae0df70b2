import type { Interval } from '#shared/fairness/share.ts';
import { alongScale, type Scale } from '#shared/fairness/dot-plot.ts';
import styles from './fairness.module.css';

const width = 200;
const height = 20;
const inset = 6;
const at = (scale: Scale, value: number): number => inset + alongScale(scale, value) * (width - 2 * inset);

/** What lies behind the dots of a column: a limit through all rows, and a band. */
interface Ground {
  scale: Scale;
  mark: number;
  band?: Interval;
}

/** A value with its interval on a line; hollow where it is too small to judge. The numbers stand beside it. */
export function DotCell({
  value,
  low,
  high,
  isWeak,
  ground: { scale, mark, band },
}: {
  value: number | null;
  low: number | null;
  /** Null: without limit. */
  high: number | null;
  isWeak: boolean;
  ground: Ground;
}) {
  return (
    <svg width={width} height={height} className={styles.dots} aria-hidden="true">
      {band && (
        <rect
          x={at(scale, band.low)}
          width={at(scale, band.high) - at(scale, band.low)}
          height={height}
          className={styles.band}
        />
      )}
      <line x1={at(scale, mark)} x2={at(scale, mark)} y1={0} y2={height} className={styles.through} />
      {value !== null && low !== null && (
        <>
          <line
            x1={at(scale, low)}
            x2={at(scale, high ?? scale.to)}
            y1={height / 2}
            y2={height / 2}
            className={styles.reach}
          />
          <circle
            cx={at(scale, value)}
            cy={height / 2}
            r={4}
            className={styles.dot}
            {...(isWeak ? { 'data-weak': '' } : {})}
          />
        </>
      )}
    </svg>
  );
}

/** The numbers of a scale, above the column that it is of. */
export function DotAxis({ scale }: { scale: Scale }) {
  return (
    <svg width={width} height={14} className={styles.dots} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <text
          key={tick}
          x={at(scale, tick)}
          y={11}
          textAnchor={tick === scale.from ? 'start' : tick === scale.to ? 'end' : 'middle'}
          className={styles.tick}
        >
          {scale.written(tick)}
        </text>
      ))}
    </svg>
  );
}
