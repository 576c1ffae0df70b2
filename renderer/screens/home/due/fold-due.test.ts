import { expect, it } from 'vitest';
import type { DueListed } from '#shared/contract/due.ts';
import { foldDue } from './fold-due.ts';

const item = (at: string, id = at): DueListed => ({
  kind: 'review',
  id,
  ref: id,
  what: 'Review',
  at,
  screen: 'register',
  overdue: at < '2026-11-30',
});

it('shows what is over or near by itself, and folds what is old or far by month', () => {
  const days = [
    '2026-06-01',
    '2026-11-27',
    '2026-12-31',
    '2027-01-01',
    '2027-01-20',
    '2027-02-02',
    '2027-05-01',
    '2029-01-01',
  ];
  const { rows, folded } = foldDue({ now: '2026-11-30T08:00:00.000Z', items: days.map((day) => item(day)) });
  expect(rows.map(({ at }) => at)).toEqual(['2026-11-27', '2026-12-31']);
  expect(folded.map(({ kind, month, items }) => [kind, month, items.length])).toEqual([
    ['old', '', 1],
    ['month', '2027-01', 2],
    ['month', '2027-02', 1],
    ['later', '', 2],
  ]);
});

it('shows twelve rows at most and loses none', () => {
  const items = Array.from({ length: 30 }, (_, at) => item(`2026-12-${String(at + 1).padStart(2, '0')}`));
  const { rows, folded } = foldDue({ now: '2026-11-30T08:00:00.000Z', items });
  expect(rows.length).toBe(12);
  expect([...rows, ...folded.flatMap((one) => one.items)].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
});
