import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { moment } from '#shared/text/numbers.ts';
import { historyTabText as words } from '#shared/text/window/history.ts';
import { registerText as text } from '#shared/text/window/register.ts';
import styles from './history.module.css';
import type { useEntries } from './use-entries.ts';

const rowHeight = 32;
const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface Props {
  selected: number | null;
  onSelect(seq: number, index: number): void;
  entries: ReturnType<typeof useEntries>;
  onRange(first: number, last: number): void;
  index: number;
}

interface RowProps {
  entry: NonNullable<ReturnType<Props['entries']['entryAt']>>;
  /** Its place in a list of which only a part is drawn, and pixels from the top. */
  place: { at: number; of: number; top: number };
  selected: boolean;
  onSelect(): void;
}

function EntryRow({ entry, place, selected, onSelect }: RowProps) {
  const { seq, ts, clock, sentence } = entry;
  return (
    <div
      id={`entry-${seq}`}
      role="option"
      aria-selected={selected}
      aria-posinset={place.at + 1}
      aria-setsize={place.of}
      tabIndex={-1}
      className={styles.row}
      style={{ transform: `translateY(${place.top}px)` }}
      onClick={onSelect}
    >
      <span className={styles.seq}>{seq}</span>
      <span className={styles.cell}>
        {clock !== undefined && clock < ts ? text.clockSaid(moment(clock)) : moment(ts)}
      </span>
      <span className={styles.cell} title={sentence}>
        {sentence}
      </span>
    </div>
  );
}

/** The list itself: only what is in view is drawn; arrows move, the chosen entry is explained in the inspector. */
export function EntryList({ entries, selected, onSelect, onRange, index }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const visible = rows.getVirtualItems();
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [first, last, onRange]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || entries.total === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(entries.total - 1, index + step));
    rows.scrollToIndex(next);
    const entry = entries.entryAt(next);
    if (entry) onSelect(entry.seq, next);
  };
  return (
    <>
      <div className={styles.head} aria-hidden="true">
        <span className={styles.seq}>{words.columns.seq}</span>
        <span>{words.columns.time}</span>
        <span>{words.columns.sentence}</span>
      </div>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label={words.list}
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...(selected === null ? {} : { 'aria-activedescendant': `entry-${selected}` })}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {visible.map(({ index: at, start }) => {
            const entry = entries.entryAt(at);
            if (!entry) return null;
            return (
              <EntryRow
                key={entry.seq}
                entry={entry}
                place={{ at, of: entries.total, top: start }}
                selected={entry.seq === selected}
                onSelect={() => onSelect(entry.seq, at)}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
