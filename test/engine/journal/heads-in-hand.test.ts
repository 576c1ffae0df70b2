import SqliteDatabase from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { exportHead } from '#engine/journal/heads.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { makeEngine } from '#test/support/make-engine.ts';

const own = 'correct horse battery staple';

async function workspaceInHand() {
  const made = makeEngine();
  onTestFinished(() => made.close());
  const { engine, client, path } = made;
  const grant = (name: string, use: 'read' | 'write' | 'workspace-create' | 'workspace-open'): string =>
    engine.grants.add(path(name), use).grantId;
  const create = (name: string) =>
    client.workspaces.create({
      grantId: grant(name, 'workspace-create'),
      operator: 'Ada',
      organisation: 'Acme',
      passphrase: own,
    });
  await create('Acme.custos');
  return { ...made, grant, create, directory: path('Acme.custos') };
}

it('the newest head is shown with a code, saved as the note that others read, and printed', async () => {
  const { client, grant, path, directory } = await workspaceInHand();
  const head = await client.register.head({});
  expect(head).toMatchObject({ size: exportHead(directory).size, note: exportHead(directory).note });
  expect(head.code).toBe(`${head.root.slice(0, 4)}-${head.root.slice(4, 8)}`.toUpperCase());
  expect(await client.register.saveHead({ grantId: grant('kept.head', 'write') })).toEqual({
    fileName: 'kept.head',
    size: head.size,
  });
  expect(readFileSync(path('kept.head'), 'utf8')).toBe(head.note);
  await client.register.saveHead({ grantId: grant('kept.html', 'write') });
  const page = readFileSync(path('kept.html'), 'utf8');
  for (const said of [head.code, head.root, 'Head of the register of Acme']) expect(page).toContain(said);
  await expect(client.register.saveHead({ grantId: grant('Acme.custos/kept.head', 'write') })).rejects.toMatchObject({
    code: 'TARGET_PROTECTED',
  });
});

it('a head kept outside holds while the register goes on, and finds a changed, a cut and another register', async () => {
  const { client, grant, path, directory, create } = await workspaceInHand();
  const check = (file = 'kept.head') => client.register.checkHead({ grantId: grant(file, 'read') });
  await client.policy.override({ key: 'targeting-age', value: 19, reason: 'a house rule' });
  await client.register.saveHead({ grantId: grant('kept.head', 'write') });
  await client.policy.override({ key: 'targeting-age', value: 20, reason: 'another one' });
  const { size } = exportHead(directory);
  expect(await check()).toEqual({
    holds: true,
    sentence: expect.stringContaining(`its first ${size - 1} entries are those of that head`),
    seq: null,
  });

  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  db.exec('DROP TRIGGER log_no_update');
  db.prepare("UPDATE log SET actor = 'Mallory' WHERE seq = 3").run();
  db.close();
  expect(await check()).toMatchObject({ holds: false, seq: 3 });

  writeFileSync(path('cut.head'), readFileSync(path('kept.head'), 'utf8').slice(0, 60));
  await expect(check('cut.head')).rejects.toMatchObject({ code: 'NOTE_REFUSED' });
  await client.workspaces.close({});
  await create('Other.custos');
  await expect(check()).rejects.toMatchObject({
    code: 'NOTE_REFUSED',
    message: 'kept.head is a head of another register.',
  });
});

it('an operator countersigns with their own key once it is registered, and the register keeps and proves it', async () => {
  const { client, grant, path, directory } = await workspaceInHand();
  const countersign = () => client.register.countersignHead({ grantId: grant('own.head', 'write') });
  await expect(countersign()).rejects.toMatchObject({ message: expect.stringContaining('Nobody is registered') });
  await client.operators.add({ name: 'Dee Okoro', role: 'reviewer', passphrase: 'the words of an officer', own });
  await expect(countersign()).rejects.toMatchObject({ message: expect.stringContaining('Ada is not registered') });
  const { operators } = await client.register.cosigners({});
  expect(operators.map(({ name }) => name)).toEqual(['Ada', 'Dee Okoro']);
  await client.register.addCosigner({ key: operators[1]!.key, reason: 'our DPO' });
  await client.workspaces.close({});
  await client.workspaces.open({
    grantId: grant('Acme.custos', 'workspace-open'),
    passphrase: 'the words of an officer',
    operator: 'Dee Okoro',
  });
  const before = exportHead(directory);
  const done = await countersign();
  expect(done).toMatchObject({ fileName: 'own.head', name: 'Dee.Okoro', size: before.size });
  expect(readFileSync(path('own.head'), 'utf8').startsWith(before.note)).toBe(true);
  const { keys, countersigned, operators: left } = await client.register.cosigners({});
  expect(keys).toMatchObject([{ name: 'Dee.Okoro' }]);
  expect(left.map(({ name }) => name)).toEqual(['Ada']);
  expect(countersigned).toMatchObject([{ name: 'Dee.Okoro', size: before.size, entry: done.entry }]);
  // What was signed here is no news when it comes back.
  await expect(client.register.addCountersignatures({ grantId: grant('own.head', 'read') })).rejects.toMatchObject({
    message: expect.stringContaining('in the register already'),
  });
  expect(verifyRegister(directory, { profileDirectory: path('profile') })).toMatchObject({ ok: true, problems: [] });
});
