import { showRowsWithin } from '#renderer/state/ui-state.ts';
import { columnText as text } from '#shared/text/window/column.ts';
import { measure } from '#shared/text/numbers.ts';
import { ChoiceBars } from '#renderer/charts/choice-bars.tsx';
import styles from './column.module.css';

const width = 272;
const height = 72;

/** Bars of a numeric column that may be seen, labelled with its ends; one that is chosen shows its rows. */
export function ProfileHistogram({
  datasetId,
  column,
  bins,
}: {
  datasetId: string;
  column: string;
  bins: { from: number; to: number; count: number }[];
}) {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const from = measure(bins[0]!.from);
  const to = measure(bins.at(-1)!.to);
  const choose = (at: number): void => {
    // The outer bars hold the smallest and the largest value, however their edges are rounded.
    showRowsWithin(datasetId, {
      column,
      of: 'number',
      from: at === 0 ? null : bins[at]!.from,
      to: at === bins.length - 1 ? null : bins[at]!.to,
    });
  };
  return (
    <figure className={styles.figure}>
      <ChoiceBars
        label={text.histogramLabel(from, to, most)}
        className={styles.histogram}
        bars={bins.map((bin) => ({ rows: bin.count, words: text.shape.bin.number(bin.from, bin.to, bin.count) }))}
        width={width}
        height={height}
        onChoose={choose}
      />
      <figcaption className={styles.axis}>
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
