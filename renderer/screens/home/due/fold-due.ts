import type { DueListed, DueShown } from '#shared/contract/due.ts';

const dayLength = 86_400_000;
/** Older tasks are folded, so that they drown nobody. */
const oldAfter = 90;
/** Days ahead that are shown by themselves. */
const ahead = 31;
/** So many stand by themselves. */
const most = 12;

/** Tasks that are folded into one line. */
export interface FoldedDue {
  kind: 'old' | 'month' | 'later';
  /** `month`: `YYYY-MM`. */
  month: string;
  items: readonly DueListed[];
}

export interface FoldedDueList {
  rows: readonly DueListed[];
  folded: readonly FoldedDue[];
}

const daysUntil = ({ at }: DueListed, now: string): number =>
  (Date.parse(at.slice(0, 10)) - Date.parse(now.slice(0, 10))) / dayLength;

/** What is over or due within a month by itself, at most twelve; older and later ones folded: two months, then the rest. */
export function foldDue({ items, now }: Pick<DueShown, 'items' | 'now'>): FoldedDueList {
  const old = items.filter((item) => daysUntil(item, now) < -oldAfter);
  const near = items.filter((item) => daysUntil(item, now) >= -oldAfter && daysUntil(item, now) <= ahead);
  const far = [...near.slice(most), ...items.filter((item) => daysUntil(item, now) > ahead)];
  const months = [...new Set(far.map(({ at }) => at.slice(0, 7)))].sort().slice(0, 2);
  const of = (kind: FoldedDue['kind'], month: string, some: readonly DueListed[]): FoldedDue[] =>
    some.length === 0 ? [] : [{ kind, month, items: some }];
  return {
    rows: near.slice(0, most),
    folded: [
      ...of('old', '', old),
      ...months.flatMap((month) =>
        of(
          'month',
          month,
          far.filter(({ at }) => at.startsWith(month)),
        ),
      ),
      ...of(
        'later',
        '',
        far.filter(({ at }) => !months.includes(at.slice(0, 7))),
      ),
    ],
  };
}
