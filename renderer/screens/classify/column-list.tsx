import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react';
import { classifyText as text } from '#shared/text/window/classify.ts';
import styles from './classify.module.css';
import { ColumnRow, rowLabel } from './column-row.tsx';
import type { Review } from './use-review.ts';

const rowHeight = 48;

/** The columns as a list box that draws only the rows in sight: five or five thousand are the same to it. */
export function ColumnList({
  review,
  onKeyDown,
  ref,
}: {
  review: Review;
  onKeyDown(event: KeyboardEvent): void;
  ref: Ref<HTMLDivElement>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => box.current!);
  const { columns, selected } = review;
  const rows = useVirtualizer({
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const at = selected ? columns.indexOf(selected) : -1;
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  return (
    <div
      ref={box}
      className={styles.list}
      role="listbox"
      aria-label={text.listLabel}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(at >= 0 ? { 'aria-activedescendant': `column-${at}` } : {})}
    >
      {columns.length === 0 && <p className={styles.none}>{text.nothingShown}</p>}
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((item) => {
          const column = columns[item.index]!;
          return (
            <div
              key={column.suggestion.name}
              id={`column-${item.index}`}
              role="option"
              aria-selected={item.index === at}
              aria-setsize={columns.length}
              aria-posinset={item.index + 1}
              className={styles.row}
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              onClick={() => review.select(column.suggestion.name)}
              onDoubleClick={() => {
                if (!review.readOnly) review.change({ column, shown: null, type: null });
              }}
            >
              <span className="sr-only">{rowLabel(column)}</span>
              <ColumnRow column={column} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
