import { useElementSize } from '@mantine/hooks';
import { chartsText } from '#shared/text/window/charts.ts';
import { count } from '#shared/text/numbers.ts';
import styles from './charts.module.css';
import { binClassSizes } from './class-size-bins.ts';

const text = chartsText.classSizes;
const height = 156;
const top = 30;
const foot = 20;
/** Below this width of a bar its number would touch the next one's. */
const narrow = 34;

/**
 * How many rows are in groups of which size, with the threshold k drawn in: bars left of it are people who stand out.
 */
export function ClassSizeChart({
  histogram,
  k,
}: {
  histogram: readonly { size: number; classes: number; rows: number }[];
  k: number;
}) {
  const { ref, width } = useElementSize();
  const bins = binClassSizes(histogram, k);
  if (bins.length === 0) return <p className={styles.none}>{text.empty}</p>;
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  const most = Math.max(1, ...bins.map((bin) => bin.rows));
  const step = width / bins.length;
  const base = height - foot;
  const threshold = bins.findIndex(({ small }) => !small);
  const thresholdX = Math.max(0.5, (threshold < 0 ? bins.length : threshold) * step - 0.5);
  const labelLeft = thresholdX > width - 60;
  const sentence = text.label(
    k,
    rows,
    bins.reduce((sum, { classes }) => sum + classes, 0),
    bins.reduce((sum, bin) => sum + (bin.small ? bin.rows : 0), 0),
    histogram.reduce((large, { size }) => Math.max(large, size), 0),
  );
  return (
    <figure className={styles.figure}>
      <div ref={ref} className={styles.frame}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={sentence} className={styles.chart}>
            {bins.map((bin, at) => {
              const tall = bin.rows === 0 ? 0 : Math.max(2, (bin.rows / most) * (base - top));
              const middle = at * step + step / 2;
              return (
                <g key={bin.from}>
                  <rect
                    x={at * step + 2}
                    width={Math.max(1, step - 4)}
                    y={base - tall}
                    height={tall}
                    className={bin.small ? styles.small : styles.mark}
                  >
                    <title>{text.title(bin.from, bin.to, bin.rows, bin.classes)}</title>
                  </rect>
                  {step >= narrow && bin.rows > 0 && (
                    <text x={middle} y={base - tall - 4} textAnchor="middle" className={styles.value}>
                      {count(bin.rows)}
                    </text>
                  )}
                  <text x={middle} y={height - 6} textAnchor="middle" className={styles.tick}>
                    {at === bins.length - 1 && bin.rows === 0
                      ? text.above(bin.from)
                      : step >= narrow + 12
                        ? text.bin(bin.from, bin.to)
                        : count(bin.from)}
                  </text>
                </g>
              );
            })}
            <line x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} className={styles.axisLine} />
            <line x1={thresholdX} x2={thresholdX} y1={4} y2={base} className={styles.threshold} />
            <text
              x={labelLeft ? thresholdX - 6 : thresholdX + 6}
              y={13}
              textAnchor={labelLeft ? 'end' : 'start'}
              className={styles.thresholdLabel}
            >
              {text.threshold(k)}
            </text>
          </svg>
        )}
      </div>
      <figcaption className={styles.caption}>{text.axis}</figcaption>
    </figure>
  );
}
