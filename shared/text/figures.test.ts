import { expect, it } from 'vitest';
import { calledWith } from './figures.ts';

const joins = (output: string, joined: number | null) => ({
  releaseId: output,
  output,
  createdAt: '2026-11-02T09:00:00.000Z',
  columns: ['town'],
  joined,
  why: joined === null ? 'its recipe does not run on these columns' : '',
});

it('says beside the word what was not measured of what bears it', () => {
  expect(calledWith('anonymised', [])).toBe('anonymised');
  expect(calledWith('anonymised', [joins('a.csv', 0)])).toBe('anonymised');
  expect(calledWith('anonymised', null)).toContain(
    'anonymised; not measured: whether its rows join an earlier release',
  );
  const some = calledWith('anonymised', [joins('a.csv', 0), joins('b.csv', null)]);
  expect(some).toContain('not measured');
  expect(some).toContain('b.csv');
  expect(some).not.toContain('a.csv');
});
