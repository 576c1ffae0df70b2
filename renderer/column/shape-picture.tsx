import type { ColumnShape, ShapeBin } from '#shared/contract/datasets.ts';
import { columnText } from '#shared/text/window/column.ts';
import styles from './shape.module.css';

const text = columnText.shape;
const height = 20;
const width = 8;

/** Bins as small bars; where each ends is told on hover and, as a whole, in words. */
function Bars({ bins }: { bins: ShapeBin[] }) {
  const most = Math.max(...bins.map(({ rows }) => rows));
  return (
    <svg className={styles.bars} width={bins.length * width} height={height} aria-hidden="true">
      {bins.map((bin, at) => {
        const tall = Math.max(1, (bin.rows / most) * height);
        return <rect key={at} x={at * width} y={height - tall} width={width - 1} height={tall} className={styles.mark}><title>{text.bin(bin.from, bin.to, bin.rows)}</title></rect>;
      })}
    </svg>
  );
}

/** How full a column is, as a bar with its share. */
export function FilledBar({ shape: { filled, rows } }: { shape: ColumnShape }) {
  const share = rows === 0 ? 0 : filled / rows;
  return <span className={styles.filled}><svg width="48" height="8" aria-hidden="true"><rect width="48" height="8" rx="2" className={styles.track} /><rect width={48 * share} height="8" rx="2" className={styles.mark} /></svg>{text.share(share)}</span>;
}

/** What can be said of a column's values without showing one of anybody. */
export function ShapeWords({ shape }: { shape: ColumnShape }) {
  const { filled, distinct, numbers, lengths, sameLength, kinds } = shape;
  const own = filled > 1 && distinct === filled;
  if (filled === 0) return <span className={styles.words}>{text.empty}</span>;
  if (kinds !== null) return <span className={styles.words}>{text.kinds(kinds, filled)}</span>;
  const bins = numbers ?? lengths;
  const words = numbers ? text.numbers(numbers) : lengths ? text.lengths(lengths) : sameLength !== null ? text.sameLength(sameLength) : text.tooFew;
  return <span className={styles.shape}>{bins && <Bars bins={bins} />}<span className={styles.words}>{[own ? text.own : '', words].filter(Boolean).join(', ')}</span></span>;
}
