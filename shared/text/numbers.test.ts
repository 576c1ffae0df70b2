import { expect, it } from 'vitest';
import { bytes, counted, listed, percent } from './numbers.ts';

it('never rounds a share to nothing or to everything', () => {
  expect([0, 0.0001, 0.714, 0.9999, 1].map(percent)).toEqual([
    '0\u202f%',
    '<1\u202f%',
    '71\u202f%',
    '>99\u202f%',
    '100\u202f%',
  ]);
});
it('says of what it counts', () => {
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(12_000, 'entry', 'entries')).toBe('12,000 entries');
  expect(bytes(1536)).toBe('1.5 kB');
  expect(bytes(12_000_000)).toBe('12 MB');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});
