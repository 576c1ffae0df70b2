import { expect, test } from 'vitest';
import { aboutEntry } from './about-entry.ts';

const names = new Map([
  ['d1', 'customers'],
  ['w1', 'Acme'],
]);

test.each([
  ['a release', { subjectRef: 'r1', payload: { fileName: 'segments.csv', datasetId: 'd1' } }, 'segments.csv'],
  ['an import', { subjectRef: 'd1', payload: { name: 'customers', fileName: 'customers.csv' } }, 'customers.csv'],
  ['a recipe of a dataset', { subjectRef: 'd1', payload: { datasetId: 'd1', steps: 4 } }, 'customers'],
  ['a workspace', { subjectRef: 'w1', payload: { keyId: 'k' } }, 'Acme'],
  ['a dataset that is gone', { subjectRef: 'd9', about: 'October', payload: { datasetId: 'd9' } }, 'October'],
  ['a thing that nobody named', { subjectRef: 'd9', payload: { datasetId: 'd9' } }, 'd9'],
  ['a payload that is none', { subjectRef: 'd9', payload: null }, 'd9'],
])('%s is called by its name', (_what, entry, about) => expect(aboutEntry(entry, names)).toBe(about));
