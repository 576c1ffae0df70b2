import { expect, it } from 'vitest';
import { bindRetention } from '#engine/use-cases/retention/bind-retention.ts';
import { decideRetention } from '#engine/use-cases/retention/decide-retention.ts';
import { defineRetention } from '#engine/use-cases/retention/define-retention.ts';
import { holdData, liftHold } from '#engine/use-cases/retention/hold-data.ts';
import { listRetentionRules } from '#engine/use-cases/retention/list-rules.ts';
import { retentionTimeline } from '#engine/use-cases/retention/retention-timeline.ts';
import { runRetention } from '#engine/use-cases/retention/run-retention.ts';
import { withdrawRetention } from '#engine/use-cases/retention/withdraw-retention.ts';
import { jobOf } from '../rewrite/support.ts';
import { datasetOf, rowsOf, today } from './support.ts';

const rows = (days: readonly string[]): string[] => [
  'customer_id,email,joined,signup_date',
  ...days.map((day, at) => `K-${1000 + at},p${at}@mail.example,${day},2026-11-01`),
];
const said = {
  title: 'Addresses of leads',
  about: 'cells' as const,
  types: ['email_address'],
  start: 'columns' as const,
  columns: ['joined'],
  duration: 'P1Y',
  grace: null,
  action: 'empty' as const,
  legalReason: 'contract with the broker',
  reason: 'audit',
};

it('counts from the column that it names, and days that cannot be read are never fresh', async () => {
  const days = ['2025-11-28', '2025-11-29', '2025-11-30', '2026-05-01', 'soon', '', '2024-01-01'];
  const { state, workspace, id } = await datasetOf(rows(days));
  const made = defineRetention(state, said);
  expect(made).toMatchObject({ id: 'own-addresses-of-leads', legalReason: 'contract with the broker' });
  const { lines } = await retentionTimeline(state, jobOf(), {});
  const line = lines.find(({ rule }) => rule === made.id)!;
  // A year after 29 November 2025 its last day is yesterday; after the 30th it is today.
  expect(line).toMatchObject({ column: 'email', over: 3, undated: 2, undatedRows: [5, 6], months: [1, 0, 0, 0, 0, 0] });
  expect(line.told).toEqual(['Counted from “joined”, as the rule says.']);
  const only = [{ datasetId: id, rule: made.id, column: 'email' }];
  const ran = await runRetention(state, jobOf(), { dryRun: false, only });
  expect(ran.lines[0]).toMatchObject({ acted: 3, undated: 2 });
  expect(ran.open).toBe(1);
  const kept = (await rowsOf(state, id)).map(({ email }) => email);
  expect(kept).toEqual([null, null, 'p2@mail.example', 'p3@mail.example', 'p4@mail.example', 'p5@mail.example', null]);
  expect(workspace.hold().contradictions).toEqual([]);
});

it('counts from the day of the import, every row alike', async () => {
  const { state, id, now } = await datasetOf(rows(['x', 'y']));
  defineRetention(state, { ...said, start: 'import', columns: [], duration: 'P6M', about: 'rows', action: 'delete' });
  const only = [{ datasetId: id, rule: 'own-addresses-of-leads' as const, column: '' }];
  const of = async (day: string) =>
    (await runRetention(state, jobOf(), { dryRun: true, today: day, only })).lines[0]!.over;
  expect([await of('2027-05-30'), await of('2027-05-31')]).toEqual([0, 2]);
  now.at = '2027-05-31T09:00:00Z';
  expect((await runRetention(state, jobOf(), { dryRun: false, only })).lines[0]!.acted).toBe(2);
  expect(await rowsOf(state, id)).toEqual([]);
});

it('refuses what tells nothing, one sentence each, and changes nothing', async () => {
  const { state, workspace } = await datasetOf(rows(['2026-01-01']));
  const refused =
    (part: object): (() => unknown) =>
    () =>
      defineRetention(state, { ...said, ...part });
  expect(refused({ title: ' ' })).toThrow(/name/);
  expect(refused({ title: 'cookie IDS' })).toThrow(/is a rule “cookie IDS” already/);
  expect(refused({ types: ['email'] })).toThrow(/no kind of data “email”/);
  expect(refused({ types: [] })).toThrow(/at least one kind/);
  expect(refused({ columns: [] })).toThrow(/Name the columns/);
  expect(refused({ start: 'import' })).toThrow(/only where the rule counts from them/);
  expect(refused({ action: 'anonymise' })).toThrow(/can be done/);
  expect(refused({ duration: 'P0D' })).toThrow(/keeps nothing/);
  expect(refused({ duration: 'P2000Y' })).toThrow(/for ever/);
  expect(refused({ legalReason: ' ' })).toThrow(/law or the need/);
  expect(refused({ reason: '' })).toThrow(/the reason stands in the register/);
  expect(refused({ rule: 'own-gone' })).toThrow(/no rule “own-gone”/);
  expect(workspace.catalog.entriesOf('retention.rule-defined')).toEqual([]);
});

it('is changed and removed with its bindings, and the register holds it all', async () => {
  const { state, workspace, id } = await datasetOf(rows(['2026-01-01']));
  const { id: rule } = defineRetention(state, said);
  expect(decideRetention(state, { rule, duration: 'P2Y', reason: 'longer' })).toMatchObject({ duration: 'P2Y' });
  bindRetention(state, { datasetId: id, rule, column: 'email', undated: { as: 'over' }, reason: 'r' });
  const hold = { datasetId: id, rule, citation: 'Az. 1', until: today, reason: 'r' };
  const { id: holdId } = holdData(state, hold);
  const own = { rule: 'own-addresses-of-leads', reason: 'ended' } as const;
  expect(() => withdrawRetention(state, own)).toThrow(/Lift it first/);
  liftHold(state, { holdId, reason: 'r' });
  withdrawRetention(state, own);
  expect(listRetentionRules(state, {}).map((one) => one.id)).not.toContain(rule);
  expect(() => withdrawRetention(state, own)).toThrow(/no rule/);
  expect(workspace.hold().contradictions).toEqual([]);
  // Made once more it begins anew: what was chosen for the one before is gone.
  defineRetention(state, said);
  expect(workspace.catalog.retention.choices()).toEqual([]);
  workspace.catalog.retention.define({ ...workspace.catalog.retention.own()[0]!, duration: 'P9Y' });
  expect(workspace.hold().contradictions).toHaveLength(1);
});
