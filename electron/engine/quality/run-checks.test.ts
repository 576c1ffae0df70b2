import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { QualityCheck, QualityResult } from '#shared/domain/quality.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { finding } from '#test/support/finding.ts';
import { checkedColumns } from './checked-column.ts';
import { proposeChecks, type OtherKey } from './propose-checks.ts';
import { runChecks } from './run-checks.ts';

const day = '2026-11-30';
const table: readonly (readonly [string, SemanticTypeId, Partial<Finding>?])[] = [
  ['customer_id', 'customer_id', { class: 'linkable' }],
  ['full_name', 'full_name', { class: 'linked' }],
  ['email', 'email_address', { class: 'linked' }],
  ['phone', 'phone_number', { class: 'linked' }],
  ['postcode', 'postal_code', { class: 'linkable' }],
  ['city', 'city', { class: 'linkable' }],
  ['country', 'country', { class: 'linkable' }],
  ['born', 'date_of_birth', { class: 'linked' }],
  ['age', 'age', { class: 'linkable' }],
  ['iban', 'iban', { class: 'linked' }],
  ['valid_from', 'date_event', { flags: ['timestamp'] }],
  ['valid_to', 'date_event', { flags: ['timestamp'] }],
  ['last_seen', 'timestamp', { flags: ['timestamp'] }],
  ['shop', 'foreign_key', {}],
];
const names = table.map(([name]) => name);

/** Forty people of whom nothing is wrong. Born in 1980 and on, each on 1 June: 45 and fewer on the day. */
const rows: TextRow[] = Array.from({ length: 40 }, (_, at) => [
  `K-${1000 + at}`,
  `Ada ${String.fromCodePoint(65 + (at % 26))}${at < 26 ? 'ba' : 'co'}`,
  `ada${at}@example.org`,
  `+49 30 12345${String(at).padStart(2, '0')}`,
  '10115',
  'Berlin',
  'Germany',
  `${1980 + (at % 20)}-06-01`,
  `${46 - (at % 20)}`,
  'DE89370400440532013000',
  '2025-01-01',
  '2027-01-01',
  '2026-10-05',
  `S${at % 3}`,
]);
const set = (row: number, values: Record<string, string | null>): void => {
  for (const [name, value] of Object.entries(values)) rows[row]![names.indexOf(name)] = value;
};
// Each row has one thing wrong with it.
set(1, { email: 'ada1@localhost' });
set(2, { email: '' });
set(3, { phone: '030 1234503' });
set(4, { phone: '12' });
set(5, { postcode: '1011' });
set(6, { country: 'France' });
set(7, { age: '70' });
set(8, { age: '45' });
set(8, { born: '1979-12-24', age: '46' });
set(9, { iban: 'DE00370400440532013000' });
set(10, { valid_from: '2027-02-01' });
set(11, { last_seen: '2031-01-01' });
set(12, { last_seen: '2020-01-01', valid_from: '2019-01-01', valid_to: '2019-06-01' });
set(13, { shop: 'S9' });
set(14, { born: '01.06.1994', age: '32' });
set(15, { born: 'unknown', age: null });
set(16, { customer_id: 'K-1015' });
set(17, { email: 'ADA18@example.org' });
set(18, { full_name: 'ada sba' });
set(19, { age: '131' });

let duck: Duck;
let close: () => Promise<void>;
let checks: QualityCheck[];
let found: Map<string, QualityResult>;

const shops: OtherKey = { datasetId: 'd2', dataset: 'shops', column: 'shop', type: 'record_id' };
async function run(asked: readonly QualityCheck[] | null, signal = new AbortController().signal) {
  const columns = names.map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const checked = checkedColumns(
    columns,
    table.map(([name, type, over]) => finding(name, type, over)),
    await profileColumns(duck, 'people', columns),
  );
  checks = proposeChecks({ columns: checked, day, limitOf: () => 0.05, freshDays: 730, others: [shops] });
  const results = await runChecks({
    duck,
    relation: 'people',
    columns: checked,
    checks: asked ?? checks,
    day,
    signal,
    referred: async ({ refers }) => (refers?.datasetId === 'd2' ? ['S0', 'S1', 'S2'] : null),
    onProgress: () => undefined,
  });
  return new Map(results.map((result) => [result.id, result]));
}

beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
  await tableOf(duck, 'people', names.length, rows);
  found = await run(null);
});
afterAll(() => close());

const told = (id: string): [number, number, number[]] => {
  const { rows: judged, failures, at } = found.get(id)!;
  return [judged, failures, at];
};

it.each([
  ['filled:email', [40, 1, [2]]],
  ['valid:email', [39, 1, [1]]],
  ['valid:phone', [40, 1, [4]]],
  ['valid:iban', [40, 1, [9]]],
  ['valid:born', [40, 1, [15]]],
  ['key:customer_id', [40, 1, [15, 16]]],
  ['same-person:email', [39, 1, [17, 18]]],
  ['one-notation:phone', [40, 2, [3, 4]]],
  ['one-notation:born', [39, 1, [14]]],
  ['one-notation:full_name', [40, 1, [18]]],
  ['of-age:age+born', [39, 2, [7, 19]]],
  ['bounds:age', [39, 1, [19]]],
  ['same-place:city+country', [40, 1, [6]]],
  // The row that says France has a postal code that France may have, too.
  ['postcode-of-country:postcode+country', [40, 1, [5]]],
  ['in-order:valid_from+valid_to', [40, 1, [10]]],
  ['not-future:last_seen', [40, 1, [11]]],
  ['refers:shop', [40, 1, [13]]],
])('%s: rows judged, rows that fail, and which', (id, expected) => {
  expect(told(id)).toEqual(expected);
});

it('takes a day that people plan for one that may lie ahead, and the newest day that has come for fresh', () => {
  expect([found.has('not-future:valid_from'), found.has('not-future:valid_to')]).toEqual([false, false]);
  const { state, failures, oldest, newest, at } = found.get('fresh:last_seen')!;
  expect({ state, failures, at, oldest, newest }).toEqual({
    state: 'warn',
    failures: 2,
    at: [11, 12],
    oldest: '2020-01-01',
    newest: '2026-10-05',
  });
});

it('shows no value as it is', () => {
  const values = new Set(rows.flat().filter((value) => value !== null && value.length > 1));
  const shown = [...found.values()].flatMap(({ examples }) => examples).flatMap((text) => text.split(' · '));
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter((text) => values.has(text))).toEqual([]);
});

it('passes what nothing fails, warns within the limit, fails beyond it', () => {
  expect(found.get('filled:city')!.state).toBe('passed');
  expect(found.get('valid:email')!.state).toBe('warn');
  expect(found.get('of-age:age+born')!.state).toBe('failed');
  // Wilson 1927 for 2 of 39, reckoned by another program.
  const { low, high } = found.get('of-age:age+born')!.interval!;
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0142', '0.1689']);
});

it('says of a check whose column or other dataset is gone that it was not done', async () => {
  const email = checks.find(({ id }) => id === 'valid:email')!;
  const shop = checks.find(({ rule }) => rule === 'refers')!;
  const again = await run([
    { ...email, id: 'valid:mail', columns: ['mail'] },
    { ...shop, refers: { datasetId: 'gone', dataset: 'shops', column: 'shop' } },
  ]);
  expect([...again.values()].map(({ state, notDone }) => [state, notDone])).toEqual([
    ['not-done', 'column-gone'],
    ['not-done', 'dataset-gone'],
  ]);
});

it('ends when it is cancelled', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(run(null, controller.signal)).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
});

it.each([
  // Nothing tells whether these begin with the day or the month: which comes first is not known.
  [['03/04/2026', '05/06/2026'], ['01/02/2026', '09/10/2026'], 'not-done', 0, 0],
  // Swapped or not these are one day.
  [['04/04/2026', '05/05/2026'], ['03/03/2026', '06/06/2026'], 'failed', 2, 1],
  // A day of the 25th tells of the whole column.
  [['25/12/2025', '03/04/2026'], ['26/12/2025', '01/04/2026'], 'failed', 2, 1],
] as const)('%j before %j: %s', async (starts, finishes, state, judged, failures) => {
  await tableOf(
    duck,
    'spans',
    2,
    starts.map((start, at) => [start, finishes[at]!]),
  );
  const columns = ['start', 'end'].map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const checked = checkedColumns(
    columns,
    columns.map(({ name }) => finding(name, 'date_event', { flags: ['timestamp'] })),
    await profileColumns(duck, 'spans', columns),
  );
  const proposed = proposeChecks({ columns: checked, day, limitOf: () => 0.05, freshDays: 9999, others: [] });
  const { signal } = new AbortController();
  const referred = async () => null;
  const all = { duck, relation: 'spans', columns: checked, checks: proposed, day, signal, referred };
  const results = await runChecks({ ...all, onProgress: () => undefined });
  const order = results.find(({ rule }) => rule === 'in-order')!;
  expect([order.state, order.rows, order.failures]).toEqual([state, judged, failures]);
  // They are days all the same.
  expect(results.find(({ id }) => id === 'valid:start')).toMatchObject({ rows: 2, failures: 0 });
});
