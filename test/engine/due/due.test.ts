import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { readIcs, valueOf, type IcsComponent } from '#test/support/read-ics.ts';

let now = '2026-11-30T09:00:00.000Z';
let made: TestEngine;
let datasetId: string;
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date(now) });
  const { client, engine, path } = made;
  await client.workspaces.createTemporary({ name: 'Acme', operator: 'Ada' });
  const rows = Array.from({ length: 12 }, (_, at) => `C-${at},lena${at}@example.org,2026-11-01`);
  writeFileSync(path('customers.csv'), ['customer_id,email,last_login', ...rows, ''].join('\n'));
  const { grantId } = engine.grants.add(path('customers.csv'), 'read');
  datasetId = (await follow(client.datasets.import({ grantId }))).id;
  const fields = { name: 'Newsletter, for all; of them', nextReviewOn: '2026-12-04' };
  await client.records.setFields({ kind: 'activity', id: null, fields });
  await client.records.setFields({ kind: 'assessment', id: null, fields: { reviewOn: '2026-11-20' } });
});
afterAll(() => made.close());

const lines = async () =>
  (await made.client.due.list({})).items
    .filter(({ kind }) => kind !== 'law')
    .map(({ kind, ref, at, overdue }) => [kind, ref, at, overdue]);
async function calendar(name: string): Promise<{ events: IcsComponent[]; text: string; done: number }> {
  const { grantId } = made.engine.grants.add(made.path(name), 'write');
  const { done } = await made.client.due.calendar({ grantId });
  const bytes = readFileSync(made.path(name));
  return { events: readIcs(bytes).children, text: bytes.toString('utf8'), done };
}
const told = (event: IcsComponent): (string | undefined)[] =>
  ['SUMMARY', 'DTSTART', 'SEQUENCE', 'STATUS'].map((name) => valueOf(event, name));

it('lists what is due, the earliest first, from records and datasets', async () => {
  expect(await lines()).toEqual([
    ['assessment', 'DP-001', '2026-11-20', true],
    ['review', 'PA-002', '2026-12-04', false],
    // Fourteen days after its import.
    ['quality', 'customers', '2026-12-14', false],
    // Nobody has decided how long customers are kept who do nothing any more.
    ['retention', '', '2026-12-14', false],
  ]);
});

it('has a later check of quality due once it was checked, and what was promised on its day', async () => {
  await follow(made.client.quality.run({ datasetId }));
  expect((await lines()).at(-1)).toEqual(['quality', 'customers', '2027-05-29', false]);
});

let first: Awaited<ReturnType<typeof calendar>>;
it('writes a calendar that another reader takes in, and updates it by UID', async () => {
  first = await calendar('first.ics');
  const own = first.events.filter((event) => valueOf(event, 'CATEGORIES') !== 'Facts of law');
  expect(own.map(told)).toEqual([
    // What is over stands on today.
    ['DP-001: Review the impact assessment', '20261130', '0', 'CONFIRMED'],
    ['PA-002: Review the record', '20261204', '0', 'CONFIRMED'],
    ['Decide how long Unused customers of “customers” are kept', '20261214', '0', 'CONFIRMED'],
    ['customers: Check the quality of the dataset', '20270529', '0', 'CONFIRMED'],
  ]);
  const records = await made.client.records.list({ kind: 'assessment' });
  await made.client.records.setFields({
    kind: 'assessment',
    id: records[0]!.id,
    fields: { reviewOn: { state: 'unknown', ask: 'Bo' } },
  });
  const activity = (await made.client.records.list({ kind: 'activity' })).find(({ ref }) => ref === 'PA-002');
  await made.client.records.setFields({ kind: 'activity', id: activity!.id, fields: { nextReviewOn: '2027-01-15' } });
  const second = await calendar('second.ics');
  const of = (events: readonly IcsComponent[], title: string) =>
    events.find((event) => valueOf(event, 'SUMMARY')?.includes(title));
  expect(told(of(second.events, 'PA-002')!)).toEqual(['PA-002: Review the record', '20270115', '1', 'CONFIRMED']);
  expect(valueOf(of(second.events, 'PA-002')!, 'UID')).toBe(valueOf(of(first.events, 'PA-002')!, 'UID'));
  // What nobody has to do any more is struck out, under the same UID.
  const struck = second.events.find((event) => valueOf(event, 'STATUS') === 'CANCELLED')!;
  expect([second.done, valueOf(struck, 'UID')]).toEqual([1, valueOf(of(first.events, 'DP-001')!, 'UID')]);
  const third = await calendar('third.ics');
  expect([third.done, third.events.some((event) => valueOf(event, 'STATUS') === 'CANCELLED')]).toEqual([0, false]);
});

it('holds no value of a dataset and no name of who works here', () => {
  expect(first.text).not.toMatch(/lena|C-\d|Ada/);
});

it('puts something aside until a day with a reason, and shows it again when its day is another', async () => {
  const item = (await made.client.due.list({})).items.find(({ kind }) => kind === 'review')!;
  const snooze = (until: string, reason: string) =>
    made.client.due.snooze({ kind: 'review', id: item.id, until, reason });
  await expect(snooze('2026-12-10', ' ')).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  await expect(snooze('2026-11-30', 'Later')).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  await expect(snooze('2028-01-01', 'Later')).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  await expect(
    made.client.due.snooze({ kind: 'key', id: 'none', until: '2026-12-10', reason: 'Later' }),
  ).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  const after = await snooze('2026-12-10', 'After the audit');
  expect(after.items.some(({ id }) => id === item.id)).toBe(false);
  expect(after.snoozed).toMatchObject([{ id: item.id, until: '2026-12-10', reason: 'After the audit' }]);
  const [entry] = (await made.client.register.list({ limit: 1 })).entries;
  expect([entry!.kind, entry!.payload]).toMatchObject(['due.snoozed', { at: '2027-01-15', reason: 'After the audit' }]);
  // Its day is another: what was put aside was something else.
  const activity = (await made.client.records.list({ kind: 'activity' })).find(({ ref }) => ref === 'PA-002');
  await made.client.records.setFields({ kind: 'activity', id: activity!.id, fields: { nextReviewOn: '2026-12-20' } });
  expect((await lines()).map(([kind]) => kind)).toContain('review');
  now = '2026-12-11T09:00:00.000Z';
  expect((await made.client.due.list({})).snoozed).toEqual([]);
});
