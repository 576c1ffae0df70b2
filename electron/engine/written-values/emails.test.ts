import { expect, it } from 'vitest';
import { emails } from './emails.ts';

it('finds addresses that are spelt out, wherever they begin', () => {
  const spelt = [
    'ada [at] example [dot] com',
    'write to ada.byron+shop(at)example.com',
    '«ada{at}example{dot}org»',
    '--ada[at]example.org',
    'one[at] two[at]example.com',
  ];
  expect(spelt.filter((text) => emails(text).length === 0)).toEqual([]);
});

it('finds none where only half of one is spelt out', () => {
  const halves = ['[at] example.com', 'ada [at] home', 'ada at example dot com', 'ada [at] example [dot] c'];
  expect(halves.filter((text) => emails(text).length > 0)).toEqual([]);
});

it('comes to an end on a word of a million letters', () => {
  expect(emails('a'.repeat(1_000_000))).toEqual([]);
  expect(emails(`${'a'.repeat(1_000_000)}[at]example.com`)).toHaveLength(1);
});
