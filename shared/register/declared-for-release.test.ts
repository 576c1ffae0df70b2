import { expect, it } from 'vitest';
import { declaredForRelease } from './declared-for-release.ts';
import type { RecordVersion, UnreadableVersion } from './register-snapshot.ts';
import {
  exampleActivity,
  examplePurpose,
  exampleRecord,
  exampleUnreadable,
  exampleView,
  said,
} from './rules/example-view.ts';

const dataset = { id: 'd1', name: 'customers', fileName: 'customers.csv', earlier: [] };
const asked = { dataset, purpose: 'p1-find-segments', columns: ['iban'] };
const unread = (records: RecordVersion[], unreadable: UnreadableVersion[]) =>
  declaredForRelease(exampleView(records, [], unreadable).snapshot, asked, '2026-11-29').unreadable;

it('names what restricts a release and cannot be read, whatever else declares the dataset', () => {
  const records = [examplePurpose(), exampleActivity()];
  expect(unread(records, [])).toEqual([]);
  for (const kind of ['activity', 'binding', 'purpose', 'compatibility', 'legitimate-interests'] as const)
    expect(unread(records, [exampleUnreadable(kind, 'xx-9')])).toEqual(['XX-9']);
  const beside = [exampleUnreadable('binding', 'bd-1'), exampleUnreadable('binding', 'bd-1', { version: 2 })];
  expect(unread(records, beside)).toEqual(['BD-1']);
});

it('is not kept from what holds by a draft that cannot be read, or by what was retired', () => {
  const binding = exampleRecord('binding', 'bd-1', { dataset: said('d1') });
  expect(unread([binding], [exampleUnreadable('binding', 'bd-1', { version: 2, state: 'draft' })])).toEqual([]);
  expect(unread([], [exampleUnreadable('binding', 'bd-1', { state: 'retired' })])).toEqual([]);
  const draft = { ...binding, version: 2, state: 'draft' as const };
  expect(unread([draft], [exampleUnreadable('binding', 'bd-1')])).toEqual(['BD-1']);
});
