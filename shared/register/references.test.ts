import { expect, it } from 'vitest';
import { said, saidAll } from './rules/example-view.ts';
import { withReferences } from './references.ts';

it('gives references other ids, those in parts too, and leaves every other text that reads the same', () => {
  const ids = new Map([['new-1', 'pu-7']]);
  const activity = { name: said('new-1'), purposes: saidAll('new-1', 'pu-2') };
  expect(withReferences('activity', activity, ids)).toEqual({ ...activity, purposes: saidAll('pu-7', 'pu-2') });
  const cell = { purpose: 'new-1', columns: ['new-1'], needed: 'yes' as const, why: 'new-1' };
  const binding = { dataset: said('new-1'), cells: saidAll(cell) };
  expect(withReferences('binding', binding, ids)).toEqual({ ...binding, cells: saidAll({ ...cell, purpose: 'pu-7' }) });
  expect(withReferences('notice', { purpose: said('new-1') }, ids)).toEqual({ purpose: said('pu-7') });
});
