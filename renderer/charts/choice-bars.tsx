import { useId, useState, type KeyboardEvent } from 'react';
import styles from './choice-bars.module.css';

export interface Bar {
  rows: number;
  words: string;
}
interface Props {
  label: string;
  bars: readonly Bar[];
  width: number;
  height: number;
  className?: string | undefined;
  onChoose(at: number): void;
}

/** Bars of which one can be chosen: one stop of the Tab key, arrows go from bar to bar, Enter or a click chooses. */
export function ChoiceBars({ label, bars, width, height, className, onChoose }: Props) {
  const id = useId();
  const [at, setAt] = useState(0);
  const active = Math.min(at, bars.length - 1);
  const most = Math.max(1, ...bars.map(({ rows }) => rows));
  const step = width / bars.length;
  const press = (event: KeyboardEvent): void => {
    const next = {
      ArrowRight: active + 1,
      ArrowDown: active + 1,
      ArrowLeft: active - 1,
      ArrowUp: active - 1,
      Home: 0,
      End: bars.length - 1,
    }[event.key];
    if (next !== undefined) setAt(Math.max(0, Math.min(bars.length - 1, next)));
    else if (event.key === 'Enter' || event.key === ' ') onChoose(active);
    else return;
    event.preventDefault();
  };
  return (
    <svg
      className={`${styles.bars} ${className ?? ''}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${id}-${active}`}
      onKeyDown={press}
    >
      {bars.map(({ rows, words }, place) => {
        const tall = rows === 0 ? 0 : Math.max(1, (rows / most) * height);
        return (
          <g
            key={place}
            id={`${id}-${place}`}
            role="option"
            aria-label={words}
            aria-selected={place === active}
            className={styles.bar}
            onClick={() => {
              setAt(place);
              onChoose(place);
            }}
          >
            <title>{words}</title>
            <rect x={place * step} y={0} width={step} height={height} className={styles.ground} />
            <rect
              x={place * step + 0.5}
              y={height - tall}
              width={Math.max(1, step - 1)}
              height={tall}
              className={styles.mark}
            />
          </g>
        );
      })}
    </svg>
  );
}
