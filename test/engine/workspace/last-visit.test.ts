import { writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { follow, makeEngine } from '#test/support/make-engine.ts';

const passphrase = 'correct horse battery staple';

it('tells what was entered since the time before, and what a backup is due by', async () => {
  let now = new Date('2026-11-20T09:00:00Z');
  const made = makeEngine('in memory', { clock: () => now });
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  const grant = (name: string, use: 'read' | 'write' | 'workspace-create' | 'workspace-open'): string =>
    engine.grants.add(path(name), use).grantId;
  await client.workspaces.create({
    grantId: grant('Acme.custos', 'workspace-create'),
    operator: 'Ada',
    organisation: 'Acme',
    passphrase,
  });
  expect(await client.register.sinceLastVisit({})).toEqual({ since: null, total: 0, entries: [] });
  const backups = async () => (await client.due.list({})).items.filter(({ kind }) => kind === 'backup');
  expect(await backups()).toEqual([]);
  writeFileSync(path('people.csv'), 'email,city\na@mail.example,Bonn\nb@mail.example,Lyon\n');
  await follow(client.datasets.import({ grantId: grant('people.csv', 'read') }));
  expect(await backups()).toMatchObject([{ id: 'backup', at: '2026-11-27', screen: 'settings', overdue: false }]);

  const reopen = async (day: string) => {
    await client.workspaces.close({});
    now = new Date(`2026-11-${day}T09:00:00Z`);
    await client.workspaces.open({ grantId: grant('Acme.custos', 'workspace-open'), passphrase });
    return client.register.sinceLastVisit({});
  };
  const second = await reopen('26');
  expect(second.since).toBe('2026-11-20T09:00:00.000Z');
  expect(second.entries.map(({ sentence }) => sentence).join(' ')).toContain('imported people');
  await client.policy.override({ key: 'backup-interval', value: 3, reason: 'a house rule' });
  await follow(client.backups.make({ grantId: grant('acme.zip', 'write') }));
  expect(await backups()).toMatchObject([{ at: '2026-11-29', overdue: false }]);
  const third = await reopen('30');
  expect(third.since).toBe('2026-11-26T09:00:00.000Z');
  expect(third.total).toBe(2);
  expect(third.entries[0]!.sentence).toContain('acme.zip');
  expect(await backups()).toMatchObject([{ at: '2026-11-29', overdue: true }]);
});
