import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeEngine } from '#test/support/make-engine.ts';

const script = resolve(import.meta.dirname, '../../scripts/foreign/check-ics.py');

interface Read {
  method: string;
  events: { uid: string; sequence: number; status: string; summary: string; begin: string; whole: boolean }[];
}

it('icalendar reads what is due, and tells by its UID what a later file changes and strikes out', async (context) => {
  let now = '2026-11-20T09:00:00.000Z';
  const made = makeEngine('in memory', { clock: () => new Date(now) });
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  await client.workspaces.createTemporary({ name: 'Acme', operator: 'Ada' });
  await client.requests.open({
    type: 'access',
    receivedOn: '2026-11-18',
    calendar: 'DE',
    name: 'Maria Musterfrau',
  });
  const breach = await client.breaches.report({
    title: 'Laptop; stolen, with “quotes”\\',
    awareAt: now,
    description: '',
    zone: 'Europe/Berlin',
  });
  const read = async (name: string): Promise<Read> => {
    const { grantId } = engine.grants.add(path(name), 'write');
    await client.due.calendar({ grantId });
    const made = spawnSync('python3', [script, path(name)], { encoding: 'utf8' });
    if (made.error !== undefined) context.skip('python3 is not on this machine');
    if (made.status === 77) context.skip(made.stdout.trim());
    expect(made.status, made.stderr).toBe(0);
    return JSON.parse(made.stdout) as Read;
  };
  const first = await read('first.ics');
  expect(first.method).toBe('PUBLISH');
  const due = (await client.due.list({})).items;
  expect(first.events).toHaveLength(due.length);
  expect(new Set(first.events.map(({ uid }) => uid)).size).toBe(due.length);
  const of = ({ events }: Read, ref: string) => events.filter(({ summary }) => summary.includes(ref));
  expect(of(first, 'R-1')).toMatchObject([{ begin: '2026-12-18', whole: true, sequence: 0 }]);
  expect(of(first, breach.ref)).toMatchObject([{ begin: '2026-11-23T09:00:00+00:00', whole: false, sequence: 0 }]);
  expect(JSON.stringify(first)).not.toContain('Muster');

  // The date moves, and the breach is decided: nobody is to be told.
  now = '2026-11-21T09:00:00.000Z';
  await client.policy.setHoliday({ calendar: 'DE', day: '2026-12-18', holiday: true, reason: 'of a Land' });
  const nobody = { tell: false, reason: 'The disk is enciphered.' };
  const decision = { risk: 'none' as const, authority: nobody, people: { ...nobody, ground: 'no-high-risk' as const } };
  await client.breaches.change({ breach: breach.ref, change: { kind: 'decide', decision } });
  const second = await read('second.ics');
  const [moved] = of(second, 'R-1');
  expect(moved).toMatchObject({ begin: '2026-12-21', uid: of(first, 'R-1')[0]!.uid });
  expect(moved!.sequence).toBeGreaterThan(0);
  const struck = second.events.filter(({ status }) => status === 'CANCELLED');
  expect(struck.map(({ uid }) => uid)).toEqual([of(first, breach.ref)[0]!.uid]);
});

it('khal takes in what is due, and a later file moves events by their UID and doubles none', async (context) => {
  let now = '2026-11-20T09:00:00.000Z';
  const made = makeEngine('in memory', { clock: () => new Date(now) });
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  await client.workspaces.createTemporary({ name: 'Acme', operator: 'Ada' });
  await client.requests.open({ type: 'access', receivedOn: '2026-11-18', calendar: 'DE', name: 'Maria Musterfrau' });
  const write = async (name: string): Promise<void> =>
    void (await client.due.calendar({ grantId: engine.grants.add(path(name), 'write').grantId }));
  await write('first.ics');
  now = '2026-11-21T09:00:00.000Z';
  await client.policy.setHoliday({ calendar: 'DE', day: '2026-12-18', holiday: true, reason: 'of a Land' });
  await write('second.ics');
  const script = resolve(import.meta.dirname, '../../scripts/foreign/import-ics.py');
  const run = spawnSync('python3', [script, path('first.ics'), path('second.ics')], { encoding: 'utf8' });
  if (run.error !== undefined) context.skip('python3 is not on this machine');
  if (run.status === 77) context.skip(run.stdout.trim());
  expect(run.status, run.stderr).toBe(0);
  const [first, second] = JSON.parse(run.stdout) as { uid: string; begin: string; title: string }[][];
  expect(first).toHaveLength((await client.due.list({})).items.length);
  expect(second!.map(({ uid }) => uid).toSorted()).toEqual(first!.map(({ uid }) => uid).toSorted());
  const ofRequest = (events: typeof first) => events!.filter(({ title }) => title.includes('R-1'));
  expect(ofRequest(first)).toMatchObject([{ begin: '2026-12-18' }]);
  expect(ofRequest(second)).toMatchObject([{ begin: '2026-12-21', uid: ofRequest(first)[0]!.uid }]);
});
