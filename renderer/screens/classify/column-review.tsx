import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { Hint } from '#renderer/design/hint.tsx';
import type { ShownClass } from '#shared/domain/shown-class.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import styles from './classify.module.css';
import { ColumnList } from './column-list.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { DecidePanel } from './decide-panel.tsx';
import type { ReviewOrder } from './order-columns.ts';
import type { Review } from './use-review.ts';

/** Keys that name a class; `k` alone moves up, as in editors, so the class K takes Shift. */
const classKeys: Record<string, ShownClass> = {
  l: 'linked',
  L: 'linked',
  K: 'linkable',
  o: 'online',
  O: 'online',
  n: 'non',
  N: 'non',
};
const page = 10;

/** Tools, the list and its keyboard. */
export function ColumnReview({ review, readOnly }: { review: Review; readOnly: boolean }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (review.changing === null) list.current?.focus();
  }, [review.changing]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    }[event.key];
    const shown = classKeys[event.key];
    const { selected } = review;
    if (move !== undefined) review.move(move);
    else if (readOnly || !selected) return;
    else if (event.key === 'Enter') review.accept();
    else if (event.key === 'u' || event.key === 'U') review.withdraw();
    else if (event.key === '/') review.change({ column: selected, shown: null, type: null });
    else if (shown !== undefined) review.change({ column: selected, shown, type: null });
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.tools}>
        <Select
          aria-label={text.order.label}
          w={132}
          allowDeselect={false}
          value={review.order}
          onChange={(order) => review.setOrder(order as ReviewOrder)}
          data={[
            { value: 'doubt', label: text.order.doubt },
            { value: 'danger', label: text.order.danger },
            { value: 'file', label: text.order.file },
          ]}
        />
        <SegmentedControl
          aria-label={text.show.label}
          value={review.show}
          onChange={(show) => review.setShow(show)}
          data={[
            { value: 'all', label: text.show.all },
            { value: 'open', label: text.show.open },
            { value: 'review', label: text.show.review },
          ]}
        />
        <TextInput
          aria-label={text.search}
          placeholder={text.search}
          className={styles.search}
          leftSection={<Search size={13} aria-hidden="true" />}
          value={review.search}
          onChange={(event) => review.setSearch(event.currentTarget.value)}
        />
      </div>
      <ColumnList ref={list} review={review} onKeyDown={onKeyDown} />
      <Hint>{readOnly ? text.readOnly : text.keys}</Hint>
      {review.selected && (
        <Inspector>
          <DecidePanel key={review.selected.suggestion.name} column={review.selected} review={review} />
        </Inspector>
      )}
      {review.changing && (
        <DecideDialog key={review.changing.column.suggestion.name} start={review.changing} review={review} />
      )}
    </>
  );
}
