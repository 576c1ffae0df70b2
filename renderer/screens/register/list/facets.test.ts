import { expect, test } from 'vitest';
import type { RecordSummary } from '#shared/contract/records.ts';
import { noFacets, type RecordFacets } from '#shared/domain/record-view.ts';
import { facetChoices, fitsFacets } from './facets.ts';

const activity = (ref: string, more: Partial<RecordSummary> = {}): RecordSummary => ({
  kind: 'activity',
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
  role: 'controller',
  special: [],
  countries: [],
  nextReviewOn: null,
  people: [],
  namesData: false,
  generated: 0,
  unreadable: false,
  ...more,
});

const list = [
  activity('PA-1', { bases: ['consent'], special: ['health'], countries: ['US'], people: ['Ada'] }),
  activity('PA-2', { role: 'processor', nextReviewOn: '2026-11-28' }),
  activity('PA-3', {
    nextReviewOn: '2026-11-29',
    beside: [{ state: 'draft', version: 2, savedAt: '', savedBy: 'Bo' }],
  }),
  activity('PA-4', { state: 'retired', nextReviewOn: '2025-01-01' }),
];
const left = (facets: Partial<RecordFacets>): string[] =>
  list
    .filter((one) => fitsFacets(one, { ...noFacets, ...facets }, { operator: 'Ada', today: '2026-11-29' }))
    .map(({ ref }) => ref);

test('a list is narrowed by each facet, and by all of them together', () => {
  expect(left({})).toHaveLength(4);
  expect(left({ role: 'processor' })).toEqual(['PA-2']);
  expect(left({ basis: 'consent' })).toEqual(['PA-1']);
  expect(left({ special: 'any' })).toEqual(['PA-1']);
  expect(left({ special: 'religion' })).toEqual([]);
  expect(left({ country: 'US' })).toEqual(['PA-1']);
  expect(left({ mine: true })).toEqual(['PA-1']);
  expect(left({ state: 'draft' })).toEqual(['PA-3']);
  // Due today is not overdue, and what is retired is never due.
  expect(left({ overdue: true })).toEqual(['PA-2']);
  expect(left({ role: 'controller', country: 'US', basis: 'contract' })).toEqual([]);
});

test('only what the records have is offered', () => {
  expect(facetChoices(list)).toEqual({
    role: ['controller', 'processor'],
    basis: ['consent'],
    special: ['health'],
    country: ['US'],
  });
});
