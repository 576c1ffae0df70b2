import { expect, test } from 'vitest';
import type { RecordSummary } from '#shared/contract/records.ts';
import { worstFirst } from './record-order.ts';

const record = (ref: string, more: Partial<RecordSummary>): RecordSummary => ({
  kind: 'recipient',
  id: ref,
  ref,
  title: ref,
  version: 1,
  state: 'approved',
  savedAt: '2026-11-28T09:41:00.000Z',
  savedBy: 'Ada',
  beside: [],
  missing: [],
  minimum: null,
  bases: [],
  role: null,
  special: [],
  countries: [],
  nextReviewOn: null,
  people: [],
  namesData: false,
  generated: 0,
  unreadable: false,
  ...more,
});

test('what needs most stands first, whatever its number; retired records stand last', () => {
  const list = [
    record('RC-001', {}),
    record('RC-010', { missing: ['name'] }),
    record('RC-002', { missing: ['name'] }),
    record('RC-003', { missing: ['name', 'kind'] }),
    record('RC-004', { state: 'retired', missing: ['name', 'kind', 'country'] }),
    record('RC-005', { unreadable: true }),
    record('RC-006', { state: 'draft' }),
  ];
  expect(worstFirst(list).map(({ ref }) => ref)).toEqual([
    'RC-005',
    'RC-003',
    'RC-002',
    'RC-010',
    'RC-006',
    'RC-001',
    'RC-004',
  ]);
});
