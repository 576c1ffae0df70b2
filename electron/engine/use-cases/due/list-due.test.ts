import { expect, it } from 'vitest';
import { Failure } from '#shared/contract/failure.ts';
import { timeLeft } from '#shared/domain/due-order.ts';
import type { DueItem, DueKind } from '#shared/domain/due.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { dueLaw } from './due-law.ts';
import { listDue } from './list-due.ts';

const state = {
  now: () => '2026-11-30T09:00:00.000Z',
  requireWorkspace: () => ({ catalog: { entriesOf: () => [] } }),
} as unknown as EngineSession;
const item = (kind: DueKind, id: string, at: string): DueItem => ({ kind, id, ref: '', what: '', at, screen: 'home' });

it('puts days and instants in one order, what is over first, and names a source that cannot be asked', async () => {
  const { items, notComputed } = await listDue(state, [
    { kind: 'review', items: () => [item('review', 'today', '2026-11-30'), item('review', 'late', '2026-11-29')] },
    {
      kind: 'breach',
      items: async () => [
        item('breach', 'passed', '2026-11-30T08:59:59.000Z'),
        item('breach', 'next', '2026-12-01T02:00:00.000Z'),
      ],
    },
    {
      kind: 'key',
      items: () => {
        throw new Failure('WORKSPACE_DAMAGED', 'The keys cannot be read.');
      },
    },
  ]);
  expect(items.map(({ id, overdue }) => [id, overdue])).toEqual([
    ['late', true],
    ['passed', true],
    ['today', false],
    ['next', false],
  ]);
  expect(notComputed).toEqual([{ kind: 'key', why: 'What is due of keys is not known. The keys cannot be read.' }]);
});

it.each([
  ['2026-12-01T02:30:00.000Z', { over: false, unit: 'hours', count: 17 }],
  ['2026-12-03T08:59:00.000Z', { over: false, unit: 'hours', count: 71 }],
  ['2026-12-03T09:00:00.000Z', { over: false, unit: 'days', count: 3 }],
  ['2026-11-30T05:00:00.000Z', { over: true, unit: 'hours', count: 4 }],
  ['2026-11-30', { over: false, unit: 'today' }],
  ['2026-12-09', { over: false, unit: 'days', count: 9 }],
  ['2026-11-27', { over: true, unit: 'days', count: 3 }],
])('%s: how long it is until then', (at, left) => {
  expect(timeLeft(at, '2026-11-30T09:00:00.000Z')).toEqual(left);
});

it('has facts of law looked up again a year after somebody did', () => {
  const checked = dueLaw('2026-11-30').filter(({ id }) => id.startsWith('checked-'));
  expect(checked.length).toBeGreaterThan(10);
  expect(checked.find(({ id }) => id === 'checked-consent-check')?.at).toBe('2027-11-23');
});
