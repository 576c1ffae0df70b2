import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { quoteText } from '#shared/sql/quote.ts';

let root = '';
let duck: Duck;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'custos-earliest-'));
  duck = await openDuck({ directory: root, threads: 1 });
});
afterAll(async () => {
  duck.close();
  await rm(root, { recursive: true, force: true });
});

const sinceOf = async (dates: string[]) => {
  const relation =
    `(SELECT * FROM (VALUES ${dates.map((date, at) => `('3fa9c1d27b60e8${10 + at}', ${quoteText(date)})`).join(', ')}` +
    ') AS t(c1, c2))';
  const found = await classifyRelation(
    duck,
    relation,
    [
      { name: 'visitor_id', physical: 'c1', header: 'visitor_id' },
      { name: 'event_timestamp', physical: 'c2', header: 'event_timestamp' },
    ],
    { policy: 'customer-tracking', today: '2026-11-23' },
  );
  return found.inventory.find(({ column }) => column === 'visitor_id')?.since ?? null;
};

it.each([
  [
    'ISO moments, whatever their order',
    ['2026-03-02T10:00:00Z', '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
    '2025-12-31',
  ],
  ['slashes, year first', ['2026/03/02 10:00:01', '2025/11/05 10:00:02'], '2025-11-05'],
  ['digits only', ['20260302', '20251105', '20260101'], '2025-11-05'],
  ['seconds since 1970', ['1789113605', '1786435200', '1789113606'], '2026-08-11'],
  ['milliseconds', ['1789113605123', '1786435200000'], '2026-08-11'],
  ['microseconds', ['1789113605123456', '1786435200000000'], '2026-08-11'],
  ['day first, told by a value over 12', ['02.03.2026 10:00:00', '31.01.2026 11:00:00'], '2026-01-31'],
  ['month first, told by a value over 12', ['03/02/2026 10:00:00', '01/31/2026 11:00:00'], '2026-01-31'],
  ['either way round: only the year is sure', ['03/02/2026 10:00:00', '01/04/2025 11:00:00'], '2025'],
  [
    'placeholders and days to come do not count',
    ['1970-01-01T00:00:00Z', '2026-05-05T10:00:00Z', '9999-12-31T00:00:00Z', '2026-06-06T10:00:00Z'],
    '2026-05-05',
  ],
])('since when: %s', async (_what, dates, day) => expect(await sinceOf(dates)).toBe(day));
