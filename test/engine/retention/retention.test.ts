// What is over is what an outsider's calendar says; what a run takes out is gone, what it may not take is there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bindRetention } from '#engine/use-cases/retention/bind-retention.ts';
import { decideRetention } from '#engine/use-cases/retention/decide-retention.ts';
import { dueRetention } from '#engine/use-cases/retention/due-retention.ts';
import { holdData, liftHold } from '#engine/use-cases/retention/hold-data.ts';
import { retentionTimeline } from '#engine/use-cases/retention/retention-timeline.ts';
import { runRetention } from '#engine/use-cases/retention/run-retention.ts';
import { rewriteBorder } from '#engine/use-cases/rewrite/rewrite-border.ts';
import { eraseSubject } from '#engine/use-cases/subjects/erase/erase-subject.ts';
import { seeded } from '#test/support/seeded.ts';
import { jobOf } from '../rewrite/support.ts';
import { datasetOf, rowsOf, today } from './support.ts';

const dayMs = 86_400_000;
const ago = (days: number): string => new Date(Date.parse(today) - days * dayMs).toISOString().slice(0, 10);
const header = 'customer_id,email,cookie_id,cookie_first_seen,signup_date,last_login';
const person = (at: number, cookieDay: string, lastLogin: string, signup = '2015-01-01'): string =>
  `K-${1000 + at},p${at}@mail.example,GA1.2.${100_000_000 + at * 7919}.17898${String(at).padStart(5, '0')},${cookieDay},${signup},${lastLogin}`;

/** People with dates all over, some of them none: by a fixed seed. */
function people(count: number) {
  const random = seeded(7);
  const days = Array.from({ length: count }, () => Math.floor(random() * 200));
  const cookieDay = days.map((age, at) => (at % 9 === 4 ? '' : at % 9 === 5 ? 'unknown' : ago(age)));
  const lines = [header, ...days.map((_, at) => person(at, cookieDay[at]!, ago(10)))];
  return { lines, cookieDay };
}

it('empties the cookies that an outsider counts as over, and no other cell', async () => {
  const { lines, cookieDay } = people(90);
  const { state, workspace, id } = await datasetOf(lines);
  const before = await rowsOf(state, id);
  const over = cookieDay.map((day) => /^\d/.test(day) && Date.parse(day) + 90 * dayMs < Date.parse(today));
  const expected = over.filter(Boolean).length;

  const rehearsed = await runRetention(state, jobOf(), { dryRun: true });
  const [cookies] = rehearsed.lines;
  expect(cookies).toMatchObject({
    rule: 'cookie-ids',
    column: 'cookie_id',
    total: 90,
    over: expected,
    undated: 20,
    acted: 0,
  });
  expect(cookies!.undatedRows).toEqual(cookieDay.flatMap((day, at) => (/^\d/.test(day) ? [] : [at + 1])));
  expect(await rowsOf(state, id)).toEqual(before);

  const ran = await runRetention(state, jobOf(), { dryRun: false, expect: expected });
  expect(ran.lines[0]).toMatchObject({ over: expected, acted: expected });
  const after = await rowsOf(state, id);
  expect(after).toEqual(before.map((row, at) => (over[at] ? { ...row, cookie_id: null } : row)));
  const [proof] = workspace.catalog.entriesOf('retention.ran');
  expect(proof!.payload).toMatchObject({ rowsBefore: 90, rowsAfter: 90, cellsEmptied: expected });
  expect(proof!.payload.sha256Before).not.toBe(proof!.payload.sha256After);
  // What has no date is never fresh: the duty stays open.
  expect(ran.open).toBeGreaterThan(0);
  expect((await runRetention(state, jobOf(), { dryRun: true })).lines[0]).toMatchObject({ over: 0, undated: 20 });
  expect(workspace.hold().contradictions).toEqual([]);
});

it('months of the timeline are those of the calendar, also at the ends of months', async () => {
  const days = ['2026-08-31', '2026-09-01', '2026-09-02', '2026-10-02', '2026-11-30'];
  const { state } = await datasetOf([header, ...days.map((day, at) => person(at, day, ago(1)))]);
  const { months, lines } = await retentionTimeline(state, jobOf(), {});
  expect(months).toEqual(['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04']);
  // 90 days after: 29 Nov (over), 30 Nov (its last day is today), 1 Dec, 31 Dec, 28 Feb.
  expect(lines[0]).toMatchObject({ over: 1, months: [1, 2, 0, 1, 0, 0], later: 0, undated: 0 });
});

it('deletes unused customers by their last act, over all rows of a person, and a day of 24 months', async () => {
  const lines = [
    'customer_id,email,signup_date,last_login,last_mail_opened',
    'K-1,a@mail.example,2019-01-01,2024-11-29,2026-11-01',
    'K-2,b@mail.example,2019-01-01,2024-11-30,2026-11-01',
    'K-3,c@mail.example,2019-01-01,2020-01-01,2026-11-01',
    'K-3,c@mail.example,2019-01-01,2026-01-01,2026-11-01',
    'K-4,d@mail.example,2019-01-01,,2026-11-01',
    'K-5,e@mail.example,,1970-01-01,2026-11-01',
    'K-6,f@mail.example,,2031-05-05,2026-11-01',
    ...Array.from({ length: 30 }, (_, at) => `L-${at},l${at}@mail.example,2019-01-01,${ago(at + 1)},2026-11-01`),
  ];
  const { state, id } = await datasetOf(lines);
  const undecided = await runRetention(state, jobOf(), { dryRun: true });
  expect(undecided.lines[0]).toMatchObject({ rule: 'unused-customers', duration: null, over: 0, state: 'undecided' });
  decideRetention(state, { rule: 'unused-customers', duration: 'P24M', reason: 'board' });
  const only = [{ datasetId: id, rule: 'unused-customers' as const, column: '' }];
  const ran = await runRetention(state, jobOf(), { dryRun: false, only });
  // K-5 and K-6 have a stand-in and a day to come: no date, so nobody's decision.
  expect(ran.lines[0]).toMatchObject({ over: 2, acted: 2, undated: 2, undatedRows: [6, 7] });
  expect((await rowsOf(state, id)).map((row) => row.customer_id).slice(0, 5)).toEqual([
    'K-2',
    'K-3',
    'K-3',
    'K-5',
    'K-6',
  ]);

  const bind = { datasetId: id, rule: 'unused-customers', column: '', reason: 'test accounts' } as const;
  expect(() => bindRetention(state, { ...bind, undated: { as: 'kept', until: '2026-11-29' } })).toThrow(/over already/);
  bindRetention(state, { ...bind, undated: { as: 'kept', until: '2027-01-31' } });
  expect((await runRetention(state, jobOf(), { dryRun: true })).lines[0]).toMatchObject({ undated: 0, undatedKept: 2 });
  bindRetention(state, { ...bind, undated: { as: 'over' } });
  const last = await runRetention(state, jobOf(), { dryRun: false, only });
  expect(last.lines[0]).toMatchObject({ over: 2, acted: 2, undated: 0, state: 'over' });
  expect((await rowsOf(state, id)).map((row) => row.customer_id).slice(0, 4)).toEqual(['K-2', 'K-3', 'K-3', 'L-0']);
  expect(state.requireWorkspace().hold().contradictions).toEqual([]);
});

it('a hold keeps what is over until its last day, and one that is over is refused', async () => {
  const { state, id, now } = await datasetOf(people(40).lines);
  const before = await rowsOf(state, id);
  const hold = { datasetId: id, rule: null, citation: 'Az. 4 O 12/26', reason: 'claim' };
  expect(() => holdData(state, { ...hold, until: '2026-11-29' })).toThrow(/over already/);
  expect(() => holdData(state, { ...hold, citation: ' ', until: '2027-01-01' })).toThrow(/Name the law/);
  const held = holdData(state, { ...hold, until: '2026-12-05' });
  const ran = await runRetention(state, jobOf(), { dryRun: false });
  expect(ran.lines[0]!.over).toBeGreaterThan(0);
  expect(ran.lines[0]).toMatchObject({ held: ran.lines[0]!.over, acted: 0, state: 'held' });
  expect(await rowsOf(state, id)).toEqual(before);

  now.at = '2026-12-06T09:00:00Z';
  expect((await runRetention(state, jobOf(), { dryRun: true })).lines[0]).toMatchObject({ held: 0, state: 'over' });
  liftHold(state, { holdId: held.id, reason: 'settled' });
  expect(() => liftHold(state, { holdId: held.id, reason: 'again' })).toThrow(/no hold/);
  expect(state.requireWorkspace().hold().contradictions).toEqual([]);
});

it('nothing is changed where it breaks off, and it can be looked at again', async () => {
  const { state, id, workspace } = await datasetOf(people(40).lines);
  const before = await rowsOf(state, id);
  const reached = rewriteBorder.reached;
  rewriteBorder.reached = (moment) => {
    if (moment === 'prepared') throw new Error('the process is gone');
  };
  await expect(runRetention(state, jobOf(), { dryRun: false })).rejects.toThrow('gone');
  rewriteBorder.reached = reached;
  expect(await rowsOf(state, id)).toEqual(before);
  expect(workspace.catalog.entriesOf('retention.ran')).toEqual([]);
  const again = await runRetention(state, jobOf(), { dryRun: true });
  const cancelled = new AbortController();
  cancelled.abort();
  await expect(runRetention(state, jobOf(cancelled.signal), { dryRun: false })).rejects.toThrow();
  await expect(runRetention(state, jobOf(), { dryRun: false, expect: 1000 })).rejects.toThrow(/where 1,000 were shown/);
  expect((await runRetention(state, jobOf(), { dryRun: false, expect: again.lines[0]!.over })).lines[0]!.acted).toBe(
    again.lines[0]!.over,
  );
});

it('refuses days that tell nothing, and a clock that was set back', async () => {
  const { state, now } = await datasetOf(people(20).lines);
  const look = (asked: { today?: string; dryRun: boolean }) => runRetention(state, jobOf(), asked);
  await expect(look({ dryRun: true, today: '2026-11-20' })).rejects.toThrow(/before “people” came in/);
  await expect(look({ dryRun: false, today: '2026-12-24' })).rejects.toThrow(/only a dry run looks ahead/);
  await expect(look({ dryRun: true, today: '2026-02-30' })).rejects.toThrow(/is no day/);
  expect((await look({ dryRun: true, today: '2027-12-24' })).lines[0]!.over).toBeGreaterThan(0);
  now.at = '2026-11-20T09:00:00Z';
  await expect(look({ dryRun: false })).rejects.toThrow(/clock of this machine/);
});

it('days and months in the order that their column is written in; where nothing tells, nothing goes too early', async () => {
  const slashes = ['25/08/2026', '03/09/2026', '01/10/2026', '09/03/2026'];
  const { state } = await datasetOf([header, ...slashes.map((day, at) => person(at, day, ago(1)))]);
  // By 25/08 the day is first: 25 Aug, 3 Sep, 1 Oct, 9 Mar.
  expect((await runRetention(state, jobOf(), { dryRun: true })).lines[0]).toMatchObject({ over: 2, undated: 0 });
  const both = await datasetOf([header, person(0, '03/09/2026', ago(1)), person(1, '05/06/2026', ago(1))]);
  expect((await runRetention(both.state, jobOf(), { dryRun: true })).lines[0]).toMatchObject({ over: 1 });
});

it('what is due is told without reading a row', async () => {
  const { state, workspace, id } = await datasetOf(people(40).lines);
  const due = () =>
    dueRetention(workspace, `${today}T10:00:00Z`).map(({ what, at }) => [what.replaceAll(/\d+/g, 'n'), at]);
  // Two weeks after the import.
  expect(due()).toEqual([
    ['Count which Cookie ids in “cookie_id” of “people” are over', '2026-12-14'],
    ['Decide how long Unused customers of “people” are kept', '2026-12-14'],
  ]);
  decideRetention(state, { rule: 'unused-customers', duration: 'P36M', reason: 'board' });
  await runRetention(state, jobOf(), { dryRun: true });
  expect(due()).toContainEqual(['End the keeping of n Cookie ids in “cookie_id” of “people”', today]);
  await runRetention(state, jobOf(), { dryRun: false });
  expect(due()).not.toContainEqual(['End the keeping of n Cookie ids in “cookie_id” of “people”', today]);
  expect(due()).toContainEqual(['Decide on n Cookie ids in “cookie_id” of “people” without a date', today]);
  expect(due()).toContainEqual(['End the keeping of n more Cookie ids in “cookie_id” of “people”', '2027-01-01']);
  holdData(state, { datasetId: id, rule: null, citation: 'tax audit', until: '2027-06-30', reason: 'audit' });
  expect(due()).toContainEqual(['Look whether the hold by “tax audit” is still needed', '2027-06-30']);
});

it('a hold on one person keeps their rows alone, under seal, and nobody erases them meanwhile', async () => {
  const lines = [
    'customer_id,email,signup_date,last_login',
    'K-1,eva.probst@mail.example,2015-01-01,2016-01-01',
    'K-2,b@mail.example,2015-01-01,2016-01-01',
    'K-1,other@mail.example,2015-01-01,2016-02-02',
    ...Array.from({ length: 30 }, (_, at) => `L-${at},l${at}@mail.example,2019-01-01,${ago(at + 1)}`),
  ];
  const { place, state, workspace, id } = await datasetOf(lines);
  decideRetention(state, { rule: 'unused-customers', duration: 'P24M', reason: 'board' });
  const hold = { datasetId: null, rule: null, citation: 'Az. 4 O 12/26', until: '2027-01-01', reason: 'claim' };
  expect(() => holdData(state, { ...hold, people: [' ', ''] })).toThrow(/Name the people/);
  expect(() => holdData(state, { ...hold, people: ['x'] })).toThrow(/fewer than 3/);
  const held = holdData(state, { ...hold, people: ['Eva.Probst@Mail.example', 'K-1'] });
  expect(held).toMatchObject({ identifiers: 2, holds: true });
  const ran = await runRetention(state, jobOf(), { dryRun: false });
  expect(ran.lines[0]).toMatchObject({ over: 3, held: 2, acted: 1, holds: [{ citation: 'Az. 4 O 12/26' }] });
  expect((await rowsOf(state, id)).map((row) => row.customer_id).slice(0, 3)).toEqual(['K-1', 'K-1', 'L-0']);
  expect(workspace.hold().contradictions).toEqual([]);

  const erase = {
    values: ['eva.probst@mail.example'],
    reason: 'asked',
    by: [],
    dryRun: false,
    suppress: false,
    keep: [],
  };
  await expect(eraseSubject(state, jobOf(), erase)).rejects.toThrow(/on hold by “Az. 4 O 12\/26” until 2027-01-01/);
  const log = JSON.stringify(workspace.catalog.entriesOf('retention.hold-set'));
  expect(log).not.toMatch(/probst|K-1/i);
  // Not in the catalogue either, nor in what it writes beside itself.
  for (const name of readdirSync(place.directory).filter((file) => file.startsWith('register.sqlite')))
    expect(readFileSync(join(place.directory, name)).toString('latin1').toLowerCase()).not.toContain('probst@mail');

  liftHold(state, { holdId: held.id, reason: 'settled' });
  expect(workspace.catalog.cases.list('held-people')).toEqual([]);
  // A hold on the whole dataset keeps everybody's rows, unless what a law keeps of the person is said.
  const whole = holdData(state, { ...hold, datasetId: id });
  await expect(eraseSubject(state, jobOf(), erase)).rejects.toThrow(/on hold by “Az. 4 O 12\/26”.*has rows of this/);
  expect(await rowsOf(state, id)).toHaveLength(32);
  liftHold(state, { holdId: whole.id, reason: 'settled' });
  expect((await runRetention(state, jobOf(), { dryRun: false })).lines[0]).toMatchObject({
    over: 2,
    acted: 2,
    held: 0,
  });
  expect(workspace.hold().contradictions).toEqual([]);
});

it('counts rows without a date from the day of the import where somebody decides so, and says it', async () => {
  const { state, id, now } = await datasetOf([
    header,
    person(1, '', ago(1)),
    person(2, 'unknown', ago(1)),
    person(3, ago(80), ago(1)),
  ]);
  const bind = { datasetId: id, rule: 'cookie-ids' as const, column: 'cookie_id', reason: 'bought on that day' };
  bindRetention(state, { ...bind, undated: { as: 'import' } });
  // 90 days from 30 November 2026 end with 28 February 2027; those of the third row did on 10 December.
  const lastDay = await retentionTimeline(state, jobOf(), { today: '2027-02-28' });
  expect(lastDay.lines[0]).toMatchObject({ total: 3, over: 1, undated: 0, state: 'over' });
  expect(lastDay.lines[0]!.told.join(' ')).toContain('count from the day on which the dataset came in');
  now.at = '2027-03-01T09:00:00Z';
  expect((await runRetention(state, jobOf(), { dryRun: false, expect: 3 })).lines[0]).toMatchObject({
    over: 3,
    acted: 3,
  });
  expect((await rowsOf(state, id)).map((row) => row['cookie_id'])).toEqual([null, null, null]);
});
