import { columnText as text } from '#shared/text/window/column.ts';
import { count, measure } from '#shared/text/numbers.ts';
import styles from './column.module.css';

const width = 272;
const height = 72;

/** Two significant digits and a tilde: the smallest and largest value of a masked column belong to somebody. */
const about = (value: number): string => `~${measure(Number(value.toPrecision(2)))}`;

/** Bars of a numeric column, labelled with its ends (roughly, where values are masked). */
export function ProfileHistogram({ bins, masked }: { bins: { from: number; to: number; count: number }[]; masked: boolean }) {
  const label = masked ? about : measure;
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const step = width / bins.length;
  const from = label(bins[0]!.from);
  const to = label(bins.at(-1)!.to);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.histogramLabel(from, to, most)} className={styles.histogram}>
        {bins.map((bin, at) => (
          <rect key={at} x={at * step + 0.5} width={Math.max(1, step - 1)} y={height - (bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * height))} height={bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * height)} className={styles.mark}>
            <title>{`${label(bin.from)} … ${label(bin.to)}: ${count(bin.count)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className={styles.axis}><span>{from}</span><span>{to}</span></figcaption>
    </figure>
  );
}
