import { describe, expect, it } from 'vitest';
import { fold } from '#shared/domain/fold.ts';
import { searchHistory, type HistoryFilter, type HistoryItem } from './search-history.ts';

const item = (seq: number, part: Partial<HistoryItem> & { words: string }): HistoryItem => ({
  seq,
  at: `2026-11-${String(seq).padStart(2, '0')}T12:00:00.000Z`,
  kind: 'dataset.imported',
  actor: 'Ada',
  area: 'dataset',
  dataset: 'd1',
  about: 'customers',
  ...part,
  words: fold(part.words),
});
const items = [
  item(1, { words: 'Ada imported Kundenübersicht.csv' }),
  item(2, { words: 'Bo released segments.csv', actor: 'Bo', area: 'release', kind: 'release.written' }),
  item(3, { words: 'Ada imported orders.csv', dataset: 'd2', about: 'orders' }),
  item(4, { words: 'Ada renewed the keys of Straße 3', area: 'key', dataset: null, about: null }),
];
const seqs = (filter: HistoryFilter): number[] => searchHistory(items, filter).found.map(({ seq }) => seq);

describe('entries are found', () => {
  it.each<[string, HistoryFilter, number[]]>([
    ['all of them without a choice', {}, [1, 2, 3, 4]],
    ['by all words in any order, case and accent', { text: 'IMPORTED  kundenubersicht' }, [1]],
    ['by a special letter in its usual spelling', { text: 'strasse' }, [4]],
    ['by a part of a word', { text: 'segm' }, [2]],
    ['not where one word is missing', { text: 'imported segments' }, []],
    ['by who', { actor: 'Bo' }, [2]],
    ['by area', { area: 'dataset' }, [1, 3]],
    ['by the id of a dataset', { dataset: 'd2' }, [3]],
    ['by the name of a dataset', { dataset: 'customers' }, [1, 2]],
    ['from an instant on, and before one', { since: items[1]!.at, before: items[3]!.at }, [2, 3]],
    ['by several at once', { actor: 'Ada', area: 'dataset', text: 'csv', dataset: 'd1' }, [1]],
  ])('%s', (_how, filter, expected) => expect(seqs(filter)).toEqual(expected));
});

it('each facet counts what the other choices leave, so that another of its values can be chosen', () => {
  const { facets } = searchHistory(items, { actor: 'Bo', text: 'csv' });
  expect(facets.actors.map(({ label, entries }) => [label, entries])).toEqual([
    ['Ada', 2],
    ['Bo', 1],
  ]);
  expect(facets.areas.map(({ label, entries }) => [label, entries])).toEqual([['Releases', 1]]);
  expect(facets.datasets.map(({ value, label, entries }) => [value, label, entries])).toEqual([['d1', 'customers', 1]]);
});
