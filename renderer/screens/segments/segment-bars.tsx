import type { Segmentation } from '#shared/domain/segments.ts';
import { segmentsWindowText as text } from '#shared/text/window/segments.ts';
import { ColumnHeads } from '#renderer/design/column-heads.tsx';
import styles from './segments.module.css';

/** People by segment as bars of one scale with the threshold drawn, and the same as a table. */
export function SegmentBars({ made }: { made: Segmentation }) {
  const most = Math.max(made.k, ...made.groups.map(({ people }) => people ?? 0));
  const limit = (made.k / most) * 100;
  return (
    <>
      <table className={`${styles.table} ${styles.bars}`} aria-label={text.picture}>
        <ColumnHeads names={text.heads} />
        <tbody>
          {made.groups.map(({ segments, name, people, share, meanSpend }) => (
            <tr key={segments.join()}>
              <th scope="row">{name}</th>
              <td className={styles.number}>{text.number(people)}</td>
              <td className={styles.number}>{text.share(share)}</td>
              <td className={styles.number}>{text.amount(meanSpend)}</td>
              <td className={styles.picture} aria-hidden="true">
                <svg viewBox="0 0 100 20" preserveAspectRatio="none" className={styles.bar}>
                  {people === null ? (
                    <rect y="4" width="100" height="12" className={styles.unknown} />
                  ) : (
                    <rect y="4" width={(people / most) * 100} height="12" className={styles.mark} />
                  )}
                  <line
                    x1={limit}
                    x2={limit}
                    y1="0"
                    y2="20"
                    className={styles.limit}
                    vectorEffect="non-scaling-stroke"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{text.limit(made.k)}</p>
    </>
  );
}
