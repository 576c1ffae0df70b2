import { columnText as text } from '#shared/text/window/column.ts';
import { count, measure } from '#shared/text/numbers.ts';
import styles from './column.module.css';

const width = 272;
const height = 72;

/** Bars of a numeric column that may be seen, labelled with its ends. */
export function ProfileHistogram({ bins }: { bins: { from: number; to: number; count: number }[] }) {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const step = width / bins.length;
  const from = measure(bins[0]!.from);
  const to = measure(bins.at(-1)!.to);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.histogramLabel(from, to, most)} className={styles.histogram}>
        {bins.map((bin, at) => (
          <rect key={at} x={at * step + 0.5} width={Math.max(1, step - 1)} y={height - (bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * height))} height={bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * height)} className={styles.mark}>
            <title>{`${measure(bin.from)} … ${measure(bin.to)}: ${count(bin.count)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className={styles.axis}><span>{from}</span><span>{to}</span></figcaption>
    </figure>
  );
}
