import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { makeEngine } from '#test/support/make-engine.ts';

const passphrase = 'correct horse battery staple';

it('of single years are added and taken away, recorded, and move the date of an open request', async () => {
  const made = makeEngine('in memory', { clock: () => new Date('2026-11-20T09:00:00Z') });
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  const { grantId } = engine.grants.add(path('Acme.custos'), 'workspace-create');
  await client.workspaces.create({ grantId, operator: 'Ada', organisation: 'Acme', passphrase });
  // A month later is Friday 18 December 2026.
  const { id, clock } = await client.requests.open({
    type: 'access',
    receivedOn: '2026-11-18',
    calendar: 'DE',
    name: 'Maria',
  });
  expect(clock.next!.due).toBe('2026-12-18');
  const due = async () => (await client.requests.get({ id })).clock.next!.due;
  const set = (day: string, holiday: boolean | null, reason = 'law of a Land') =>
    client.policy.setHoliday({ calendar: 'DE', day, holiday, reason });

  await expect(set('2026-12-18', true, ' ')).rejects.toThrow('Say by which law 2026-12-18');
  await expect(set('2026-12-25', true)).rejects.toThrow('is a holiday in calendar DE already');
  await expect(set('2026-12-18', null)).rejects.toThrow('is no holiday in calendar DE already');
  await expect(client.policy.holidays({ calendar: 'XX', year: 2026 })).rejects.toThrow('no calendar of holidays XX');
  expect(await due()).toBe('2026-12-18');

  const year = await set('2026-12-18', true);
  expect(year.days.find(({ day }) => day === '2026-12-18')).toMatchObject({ holiday: true, shipped: false });
  // The weekend follows.
  expect(await due()).toBe('2026-12-21');
  const [item] = (await client.due.list({})).items.filter(({ kind }) => kind === 'request');
  expect(item!.at).toBe('2026-12-21');
  await set('2026-12-25', false, 'an exception of this year');
  expect(
    (await client.policy.holidays({ calendar: 'DE', year: 2027 })).days.every(({ change }) => change === null),
  ).toBe(true);
  await set('2026-12-18', null, 'it was another Land');
  expect(await due()).toBe('2026-12-18');

  const { entries } = await client.register.list({ kind: 'policy.holiday-set' });
  expect(entries.map(({ sentence }) => sentence)).toEqual([
    'Ada took 2026-12-18 in calendar DE as it is shipped, again, because: it was another Land.',
    'Ada took 2026-12-25 in calendar DE for no holiday, because: an exception of this year.',
    'Ada took 2026-12-18 in calendar DE for a holiday, because: law of a Land.',
  ]);
  await client.workspaces.close({});
  const verify = () => verifyRegister(path('Acme.custos'), { profileDirectory: path('profile') });
  expect(verify()).toMatchObject({ ok: true, problems: [] });
  const db = new SqliteDatabase(join(path('Acme.custos'), 'register.sqlite'));
  const changed = `UPDATE setting SET value = replace(value, '"holiday":false', '"holiday":true') WHERE name LIKE 'holiday:%'`;
  expect(db.prepare(changed).run().changes).toBe(1);
  db.close();
  expect(verify().problems.map(({ kind }) => kind)).toEqual(['record-changed']);
});
