import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import { classifyText as text } from '#shared/text/window/classify.ts';
import styles from './classify.module.css';
import { ColumnRow, rowLabel } from './column-row.tsx';
import { GroupRow, groupLabel } from './group-row.tsx';
import type { ReviewRow } from './review-rows.ts';
import type { Review } from './use-review.ts';

const rowHeight = 48;

const labelOf = (row: ReviewRow): string =>
  row.kind === 'group' ? groupLabel(row.group) : rowLabel(row.column, row.leftOut);

function Drawn({ row, review }: { row: ReviewRow; review: Review }) {
  if (row.kind === 'column') return <ColumnRow column={row.column} leftOut={row.leftOut} />;
  return <GroupRow group={row.group} readOnly={review.readOnly} />;
}

/** What was pressed within a row: its arrow, its button, or the row itself. */
function press(event: MouseEvent, row: ReviewRow, review: Review): void {
  const pressed = event.target instanceof Element ? event.target.closest('[data-press]') : null;
  const deed = pressed?.getAttribute('data-press');
  if (deed === 'fold' && row.kind === 'group') review.fold(!row.group.open, row);
  else if (deed === 'accept' && !pressed?.hasAttribute('data-off')) review.accept(row);
  else review.select(row);
}

/** The columns, and groups of them, as a list box that draws only the rows in sight: five or five thousand are the same to it. */
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
  const { rows: shown, at: selected } = review;
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const at = selected ? shown.indexOf(selected) : -1;
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
      {shown.length === 0 && <p className={styles.none}>{text.nothingShown}</p>}
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((item) => {
          const row = shown[item.index]!;
          return (
            <div
              key={row.key}
              id={`column-${item.index}`}
              role="option"
              aria-selected={item.index === at}
              aria-setsize={shown.length}
              aria-posinset={item.index + 1}
              className={styles.row}
              data-kind={row.kind === 'group' ? 'group' : row.group ? 'member' : undefined}
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              onClick={(event) => press(event, row, review)}
              onDoubleClick={() => {
                if (row.kind === 'group') review.fold(!row.group.open);
                else if (!review.readOnly) review.change({ columns: [row.column], shown: null, type: null });
              }}
            >
              <span className="sr-only">{labelOf(row)}</span>
              <Drawn row={row} review={review} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
