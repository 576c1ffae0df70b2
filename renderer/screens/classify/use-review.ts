import { useMemo, useState } from 'react';
import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';
import { isOpenDoubt } from '#renderer/client/review.ts';
import { selectColumn, useSelectedColumn } from '#renderer/state/ui-state.ts';
import type { ShownClass } from '#shared/domain/shown-class.ts';
import { orderColumns, type ReviewOrder } from './order-columns.ts';
import { useDecisions } from './use-decisions.ts';
import type { Wish } from './wishes.ts';

export type ReviewShow = 'all' | 'open' | 'review';

/** What the decision dialog starts from: the column, and what a key already said. */
export interface Changing {
  column: ClassifiedColumn;
  shown: ShownClass | null;
  type: string | null;
}

export interface Review {
  columns: ClassifiedColumn[];
  selected: ClassifiedColumn | null;
  order: ReviewOrder;
  show: ReviewShow;
  search: string;
  setOrder(order: ReviewOrder): void;
  setShow(show: ReviewShow): void;
  setSearch(search: string): void;
  select(name: string): void;
  move(by: number): void;
  /** Goes to the next column in doubt, from the top again when there is none below. */
  nextDoubt(): void;
  accept(): void;
  withdraw(): void;
  decide(wishes: Wish[]): Promise<void>;
  changing: Changing | null;
  change(start: Changing | null): void;
  busy: boolean;
  readOnly: boolean;
}

/** State of the review: the order is fixed when it is chosen, so that nothing jumps while columns are decided. */
export function useReview(classification: ClassifiedDataset, readOnly: boolean): Review {
  const [{ order, names }, setOrdered] = useState(() => ({
    order: 'doubt' as ReviewOrder,
    names: orderColumns(classification.columns, 'doubt'),
  }));
  const [show, setShow] = useState<ReviewShow>('all');
  const [search, setSearch] = useState('');
  const [changing, change] = useState<Changing | null>(null);
  const { decide, busy } = useDecisions(classification);
  const byName = useMemo(
    () => new Map(classification.columns.map((column) => [column.suggestion.name, column])),
    [classification],
  );
  const columns = useMemo(() => {
    const words = search.trim().toLowerCase();
    return names
      .flatMap((name) => byName.get(name) ?? [])
      .filter(
        (column) =>
          (show === 'all' || (show === 'open' ? column.decision === null : isOpenDoubt(column))) &&
          (words === '' ||
            column.suggestion.name.toLowerCase().includes(words) ||
            column.effective.type.replaceAll('_', ' ').includes(words)),
      );
  }, [names, byName, show, search]);
  const wanted = useSelectedColumn();
  const selected = columns.find(({ suggestion }) => suggestion.name === wanted) ?? columns[0] ?? null;
  const at = selected ? columns.indexOf(selected) : -1;
  const select = (name: string): void => selectColumn(name);
  const move = (by: number): void => {
    const next = columns[Math.max(0, Math.min(columns.length - 1, at + by))];
    if (next) select(next.suggestion.name);
  };
  const nextDoubt = (): void => {
    const found = [...columns.slice(at + 1), ...columns.slice(0, at + 1)].find(isOpenDoubt);
    if (found) select(found.suggestion.name);
  };
  return {
    columns,
    selected,
    order,
    show,
    search,
    setShow,
    setSearch,
    select,
    move,
    nextDoubt,
    decide,
    changing,
    busy,
    readOnly,
    change,
    setOrder: (next) => setOrdered({ order: next, names: orderColumns(classification.columns, next) }),
    accept: () => {
      if (!selected || readOnly) return;
      // The next one is chosen first: under "undecided" the accepted row goes away.
      const next = columns[at + 1] ?? columns[at - 1];
      const wish: Wish = { column: selected.suggestion.name, action: 'accept' };
      if (next) select(next.suggestion.name);
      if (selected.decision?.action !== 'accepted') void decide([wish]);
    },
    withdraw: () => {
      if (selected?.decision && !readOnly) void decide([{ column: selected.suggestion.name, action: 'withdraw' }]);
    },
  };
}
