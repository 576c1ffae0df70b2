import { useMemo, useState } from 'react';
import type { ClassifiedColumn, ClassifiedDataset } from '#shared/contract/classify.ts';
import { isOpenDoubt } from '#renderer/client/review.ts';
import { selectColumn, useSelectedColumn } from '#renderer/state/ui-state.ts';
import type { ShownClass } from '#shared/domain/shown-class.ts';
import { acceptedUnopened, groupColumns, groupsOf, type ColumnGroup, type ReviewPart } from './group-columns.ts';
import { orderColumns, type ColumnOrder } from './order-columns.ts';
import { reviewRows, type ReviewRow } from './review-rows.ts';
import { useDecisions } from './use-decisions.ts';
import type { Wish } from './wishes.ts';

export type ReviewOrder = 'groups' | ColumnOrder;
export type ReviewShow = 'all' | 'open' | 'review';

/** What the decision dialog starts from: the columns, and what a key already said. */
export interface Changing {
  columns: ClassifiedColumn[];
  shown: ShownClass | null;
  type: string | null;
}

export interface Review {
  rows: ReviewRow[];
  /** The row the keyboard is at. */
  at: ReviewRow | null;
  /** The order's parts, of all columns, whatever is shown of them. */
  parts: readonly ReviewPart[];
  order: ReviewOrder;
  show: ReviewShow;
  search: string;
  setOrder(order: ReviewOrder): void;
  setShow(show: ReviewShow): void;
  setSearch(search: string): void;
  select(row: ReviewRow): void;
  move(by: number): void;
  /** Goes to the next column in doubt, from the top again when there is none below. */
  nextDoubt(): void;
  /** Accepts the column or the group; a group that has to be looked at first is opened instead. */
  accept(row?: ReviewRow): void;
  withdraw(): void;
  /** Opens or closes the group the keyboard, or `row`, is at or within. */
  fold(open: boolean, row?: ReviewRow): void;
  /** Leaves the column out of what is decided about its group, or takes it in again. */
  toggleLeftOut(): void;
  decide(wishes: Wish[]): Promise<void>;
  changing: Changing | null;
  change(start: Changing | null): void;
  busy: boolean;
  readOnly: boolean;
}

/** A file of more columns than these is reviewed in groups, unless another order is chosen. */
const listedAtMost = 12;

const partsIn = (columns: readonly ClassifiedColumn[], order: ReviewOrder): ReviewPart[] =>
  order === 'groups' ? groupColumns(columns) : orderColumns(columns, order);

/** A group that somebody opened, or closed while the column `at` was chosen. */
type Fold = { open: true } | { open: false; at: string | null };

/** What the list shows, and where in it the keyboard is. */
function useRows(classification: ClassifiedDataset) {
  const [{ order, parts }, setOrdered] = useState((): { order: ReviewOrder; parts: ReviewPart[] } => {
    const first = classification.columns.length > listedAtMost ? 'groups' : 'doubt';
    return { order: first, parts: partsIn(classification.columns, first) };
  });
  const [show, setShow] = useState<ReviewShow>('all');
  const [search, setSearch] = useState('');
  const [folds, setFolds] = useState<ReadonlyMap<string, Fold>>(new Map());
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  /** A group is chosen as long as no column is chosen after it. */
  const [atGroup, setAtGroup] = useState<{ id: string; after: string | null } | null>(null);
  const wanted = useSelectedColumn();
  const byName = useMemo(
    () => new Map(classification.columns.map((column) => [column.suggestion.name, column])),
    [classification],
  );
  const rows = useMemo(() => {
    const words = search.trim().toLowerCase();
    /** A column chosen elsewhere is shown within its group. */
    const holdsWanted = ({ columns }: ColumnGroup): boolean => wanted !== null && columns.includes(wanted);
    const isOpen = (group: ColumnGroup): boolean => {
      const fold = folds.get(group.id);
      if (words !== '' || fold?.open) return true;
      return holdsWanted(group) && (fold === undefined || fold.at !== wanted);
    };
    const isShown = (column: ClassifiedColumn): boolean =>
      (show === 'all' || (show === 'open' ? column.decision === null : isOpenDoubt(column))) &&
      (words === '' ||
        column.suggestion.name.toLowerCase().includes(words) ||
        column.effective.type.replaceAll('_', ' ').includes(words));
    return reviewRows(parts, { byName, leftOut, isOpen, isShown });
  }, [parts, byName, show, search, folds, leftOut, wanted]);
  const key = atGroup !== null && atGroup.after === wanted ? atGroup.id : wanted;
  const at = rows.find((row) => row.key === key) ?? rows[0] ?? null;
  const setFold = (id: string, open: boolean): void =>
    setFolds((now) => new Map(now).set(id, open ? { open } : { open, at: wanted }));
  const goTo = (name: string): void => {
    const around = groupsOf(parts).find(({ columns }) => columns.includes(name));
    if (around) setFold(around.id, true);
    setAtGroup(null);
    selectColumn(name);
  };
  const select = (row: ReviewRow): void => {
    // What was opened for the column chosen elsewhere stays open when another is chosen.
    if (at?.kind === 'column' && at.group !== null && row.key !== at.group.id) setFold(at.group.id, true);
    if (row.kind === 'group') setAtGroup({ id: row.key, after: wanted });
    else goTo(row.key);
  };
  const toggleLeftOut = (name: string): void =>
    setLeftOut((now) => new Set(now.has(name) ? [...now].filter((one) => one !== name) : [...now, name]));
  const shown = { order, parts, show, setShow, search, setSearch, rows, at, select };
  return { ...shown, setOrdered, setFold, toggleLeftOut, goTo };
}

/** State of the review: the order is fixed when it is chosen, so that nothing jumps while columns are decided. */
export function useReview(classification: ClassifiedDataset, readOnly: boolean): Review {
  const { setOrdered, setFold, goTo, toggleLeftOut, ...view } = useRows(classification);
  const { rows, at, select } = view;
  const [changing, change] = useState<Changing | null>(null);
  const { decide, busy } = useDecisions(classification);
  const place = at ? rows.indexOf(at) : -1;
  const move = (by: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, place + by))];
    if (next) select(next);
  };
  const nextDoubt = (): void => {
    const names = view.parts.flatMap((part) => (typeof part === 'string' ? [part] : part.columns));
    const from = at?.kind === 'group' ? names.indexOf(at.group.columns[0]!) - 1 : names.indexOf(at?.key ?? '');
    const doubts = new Set(classification.columns.filter(isOpenDoubt).map(({ suggestion }) => suggestion.name));
    const found = [...names.slice(from + 1), ...names.slice(0, from + 1)].find((name) => doubts.has(name));
    if (found !== undefined) goTo(found);
  };
  const fold = (open: boolean, row: ReviewRow | null = at): void => {
    const group = row?.group ?? null;
    if (group === null) return;
    const head = rows.find(({ key }) => key === group.id);
    if (head && !open) select(head);
    setFold(group.id, open);
  };
  const accept = (row: ReviewRow | null = at): void => {
    if (!row || readOnly) return;
    if (row.kind === 'group' && !row.group.open && !acceptedUnopened(row.group)) {
      select(row);
      setFold(row.group.id, true);
      return;
    }
    const columns = row.kind === 'group' ? row.group.pending : [row.column];
    const wishes = columns
      .filter(({ decision }) => decision?.action !== 'accepted')
      .map(({ suggestion }): Wish => ({ column: suggestion.name, action: 'accept' }));
    // The next one is chosen first: under "undecided" the accepted row goes away.
    const from = rows.indexOf(row);
    const within = row.kind === 'group' && row.group.open ? row.group.members.length : 0;
    const next = rows[from + 1 + within] ?? rows[from - 1];
    if (next) select(next);
    void decide(wishes);
  };
  return {
    ...view,
    move,
    nextDoubt,
    accept,
    fold,
    decide,
    changing,
    busy,
    readOnly,
    change,
    setOrder: (order) => setOrdered({ order, parts: partsIn(classification.columns, order) }),
    toggleLeftOut: () => {
      if (at?.kind !== 'column' || at.group === null || at.column.decision !== null || readOnly) return;
      toggleLeftOut(at.key);
    },
    withdraw: () => {
      if (!at || readOnly) return;
      const decided = (at.kind === 'group' ? at.group.members : [at.column]).filter((column) => column.decision);
      void decide(decided.map(({ suggestion }) => ({ column: suggestion.name, action: 'withdraw' })));
    },
  };
}
