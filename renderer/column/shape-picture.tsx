import type { ColumnShape, ShapeBin, WithinTerm } from '#shared/contract/datasets.ts';
import { showRowsWithin } from '#renderer/state/ui-state.ts';
import { columnText } from '#shared/text/window/column.ts';
import { ChoiceBars } from '#renderer/charts/choice-bars.tsx';
import styles from './shape.module.css';
import { SpecialCounts } from './special-counts.tsx';

const text = columnText.shape;
const height = 24;
const width = 10;

/** How full a column is, as a bar with its share. */
export function FilledBar({ shape: { filled, rows } }: { shape: ColumnShape }) {
  const share = rows === 0 ? 0 : filled / rows;
  return (
    <span className={styles.filled}>
      <svg width="48" height="8" aria-hidden="true">
        <rect width="48" height="8" rx="2" className={styles.track} />
        <rect width={48 * share} height="8" rx="2" className={styles.mark} />
      </svg>
      {text.share(share)}
    </span>
  );
}

/** The bars of a column, what they are of, and what is said of them. */
function barsOf({
  numbers,
  lengths,
  years,
}: ColumnShape): { of: WithinTerm['of']; bins: ShapeBin[]; words: string } | null {
  if (numbers) return { of: 'number', bins: numbers, words: text.numbers(numbers) };
  if (years) return { of: 'year', bins: years, words: text.years(years) };
  return lengths ? { of: 'length', bins: lengths, words: text.lengths(lengths) } : null;
}

/** What can be said of a column's values without showing one of anybody. A bar that is chosen shows its rows. */
export function ShapeWords({ datasetId, shape }: { datasetId: string; shape: ColumnShape }) {
  const { name, filled, distinct, sameLength, kinds, special } = shape;
  const own = filled > 1 && distinct === filled;
  if (filled === 0) return <span className={styles.words}>{text.empty}</span>;
  if (special)
    return <SpecialCounts key={`${datasetId}/${name}`} datasetId={datasetId} column={name} filled={filled} />;
  if (kinds !== null) return <span className={styles.words}>{text.kinds(kinds, filled)}</span>;
  const bars = barsOf(shape);
  const words = bars ? bars.words : sameLength !== null ? text.sameLength(sameLength) : text.tooFew;
  const choose = (at: number): void => {
    const { from, to } = bars!.bins[at]!;
    showRowsWithin(datasetId, { column: name, of: bars!.of, from, to });
  };
  return (
    <span className={styles.shape}>
      {bars && (
        <ChoiceBars
          label={text.barsOf(name)}
          bars={bars.bins.map(({ from, to, rows }) => ({ rows, words: text.bin[bars.of](from, to, rows) }))}
          width={bars.bins.length * width}
          height={height}
          onChoose={choose}
        />
      )}
      <span className={styles.words}>{[own ? text.own : '', words].filter(Boolean).join(', ')}</span>
    </span>
  );
}
