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
  saidAll,
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

it('counts a dataset of which a purpose needs nothing for none, and judges every column so, as the matrix does', () => {
  type Said = { columns?: string[]; needed: 'yes' | 'no' };
  const bound = (...cells: Said[]) =>
    exampleRecord('binding', 'bd-1', {
      dataset: said('d1'),
      purposes: saidAll('pu-1'),
      cells: saidAll(...cells.map((cell) => ({ purpose: 'pu-1', ...cell }))),
    });
  const declared = (cells: Said[], more: RecordVersion[] = []) => {
    const { snapshot } = exampleView([examplePurpose(), bound(...cells), ...more]);
    const { use, need } = declaredForRelease(snapshot, { ...asked, columns: ['iban', 'city'] }, '2026-11-29');
    return { use: use.state, ...need };
  };
  const none = { use: 'not-declared', needed: [], notNeeded: ['iban', 'city'] };
  expect(declared([{ needed: 'no' }])).toEqual(none);
  // A binding speaks in detail, and its last word counts.
  expect(declared([{ needed: 'no' }], [exampleActivity()])).toEqual(none);
  expect(declared([{ columns: ['city'], needed: 'yes' }, { needed: 'no' }])).toEqual(none);
  const one = { use: 'bound', needed: ['city'], notNeeded: ['iban'] };
  expect(declared([{ needed: 'no' }, { columns: ['city'], needed: 'yes' }])).toEqual(one);
  expect(declared([{ needed: 'yes' }])).toEqual({ use: 'bound', needed: ['iban', 'city'], notNeeded: [] });
  expect(declared([{ needed: 'yes' }, { columns: ['iban'], needed: 'no' }])).toEqual(one);
});
