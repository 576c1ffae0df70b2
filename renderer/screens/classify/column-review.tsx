import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { Hint } from '#renderer/design/hint.tsx';
import type { ShownClass } from '#shared/domain/shown-class.ts';
import { classifyText as text } from '#shared/text/window/classify.ts';
import { groupText } from '#shared/text/window/classify-groups.ts';
import styles from './classify.module.css';
import { ColumnList } from './column-list.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { DecidePanel } from './decide-panel.tsx';
import { GroupPanel } from './group-panel.tsx';
import type { Review, ReviewOrder } from './use-review.ts';

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

/** Which columns are shown, and in what order. */
function Tools({ review }: { review: Review }) {
  return (
    <div className={styles.tools}>
      <Select
        aria-label={text.order.label}
        w={132}
        allowDeselect={false}
        value={review.order}
        onChange={(order) => review.setOrder(order as ReviewOrder)}
        data={[
          { value: 'groups', label: groupText.order },
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
  );
}

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
    const fold = { ArrowRight: true, ArrowLeft: false }[event.key];
    const { at } = review;
    const columns = at === null ? [] : at.kind === 'group' ? at.group.pending : [at.column];
    if (move !== undefined) review.move(move);
    else if (fold !== undefined) review.fold(fold);
    else if (readOnly || at === null) return;
    else if (event.key === 'Enter') review.accept();
    else if (event.key === ' ') review.toggleLeftOut();
    else if (event.key === 'u' || event.key === 'U') review.withdraw();
    else if (columns.length > 0 && event.key === '/') review.change({ columns, shown: null, type: null });
    else if (columns.length > 0 && shown !== undefined) review.change({ columns, shown, type: null });
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Tools review={review} />
      <ColumnList ref={list} review={review} onKeyDown={onKeyDown} />
      <Hint>{readOnly ? text.readOnly : review.order === 'groups' ? groupText.keys : text.keys}</Hint>
      {review.at && (
        <Inspector>
          {review.at.kind === 'group' ? (
            <GroupPanel key={review.at.key} row={review.at} group={review.at.group} review={review} />
          ) : (
            <DecidePanel key={review.at.key} column={review.at.column} review={review} />
          )}
        </Inspector>
      )}
      {review.changing && (
        <DecideDialog key={review.changing.columns[0]?.suggestion.name} start={review.changing} review={review} />
      )}
    </>
  );
}
