import { cpSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ToEngine } from '#shared/contract/control.ts';
import { remoteKeyStore } from '#engine/transport/remote-key-store.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { fakeKeyStore, type FakeKeyStore } from './fake-key-store.ts';

const passphrase = 'seven quiet harbours';
let store: FakeKeyStore;
let made: TestEngine;
beforeEach(() => {
  store = fakeKeyStore();
  // The line a window has: what is remembered must be of use there and never seen there.
  made = makeEngine('message port', { keyStore: store });
});
afterEach(() => made.close());

const create = (remember?: boolean, name = 'Acme') =>
  made.client.workspaces.create({
    grantId: made.engine.grants.add(made.path(`${name}.custos`), 'workspace-create').grantId,
    operator: 'Ada',
    passphrase,
    ...(remember === undefined ? {} : { remember }),
  });
const folderGrant = (name = 'Acme') => made.engine.grants.add(made.path(`${name}.custos`), 'workspace-open').grantId;
const rememberedKeys = async () =>
  (await made.client.workspaces.recent({})).map(({ name, rememberedKey }) => [name, rememberedKey]);

test('a passphrase is remembered when asked for, and opens the workspace without being typed', async () => {
  const { workspace, remembered } = await create(true);
  expect(remembered).toBe(true);
  expect(await rememberedKeys()).toEqual([['Acme', true]]);
  await made.client.workspaces.close({});
  expect(await made.client.workspaces.open({ recentId: workspace.id })).toMatchObject({
    id: workspace.id,
    readOnly: false,
    notices: [],
  });
});

test('nothing is remembered without asking', async () => {
  const { workspace, remembered } = await create();
  expect(remembered).toBe(false);
  expect(store.kept.size).toBe(0);
  expect(await rememberedKeys()).toEqual([['Acme', false]]);
  await expect(made.client.workspaces.open({ recentId: workspace.id })).rejects.toMatchObject({
    code: 'PASSPHRASE_MISSING',
  });
  // Asking in vain has not closed what is open.
  expect(await made.client.workspaces.current({})).toMatchObject({ id: workspace.id });
});

test('a temporary workspace is remembered from the moment it is saved', async () => {
  await made.client.workspaces.createTemporary({ name: 'Trial' });
  const grantId = made.engine.grants.add(made.path('Kept'), 'workspace-create').grantId;
  const { workspace, remembered } = await made.client.workspaces.saveTemporary({
    grantId,
    operator: 'Ada',
    passphrase,
    remember: true,
  });
  expect(remembered).toBe(true);
  await made.client.workspaces.close({});
  expect(await made.client.workspaces.open({ recentId: workspace.id })).toMatchObject({ name: 'Kept' });
});

test('opening can have it remembered, and forgotten', async () => {
  const { workspace } = await create();
  await made.client.workspaces.open({ grantId: folderGrant(), passphrase, remember: true });
  expect(store.kept.get(workspace.id)).toBe(passphrase);
  await made.client.workspaces.open({ grantId: folderGrant(), passphrase });
  expect(store.kept.size).toBe(1);
  await made.client.workspaces.open({ grantId: folderGrant(), passphrase, remember: false });
  expect(store.kept.size).toBe(0);
});

test('a passphrase that opens nothing, and a recovery key, are never kept', async () => {
  const { recoveryKey } = await create();
  await expect(
    made.client.workspaces.open({ grantId: folderGrant(), passphrase: 'wrong', remember: true }),
  ).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  await expect(
    made.client.workspaces.open({ grantId: folderGrant(), recoveryKey, remember: true }),
  ).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  expect(store.kept.size).toBe(0);
});

test('a remembered passphrase that does not open it any more is forgotten, and the sentence says so', async () => {
  const { workspace } = await create(true);
  await made.client.workspaces.close({});
  store.kept.set(workspace.id, 'of an older copy');
  await expect(made.client.workspaces.open({ recentId: workspace.id })).rejects.toMatchObject({
    code: 'PASSPHRASE_MISSING',
    data: { detail: expect.stringContaining('was forgotten') },
  });
  expect(await rememberedKeys()).toEqual([['Acme', false]]);
});

test('a changed passphrase is remembered in place of the former', async () => {
  const { workspace } = await create(true);
  await made.client.workspaces.changePassphrase({ current: passphrase, next: 'eight louder harbours' });
  await made.client.workspaces.close({});
  expect(await made.client.workspaces.open({ recentId: workspace.id })).toMatchObject({ id: workspace.id });
  store.refuse = true;
  await made.client.workspaces.changePassphrase({ current: 'eight louder harbours', next: passphrase });
  expect(store.kept.size).toBe(0);
});

test('of several operators one is remembered: the others neither open with it nor forget it', async () => {
  const { workspace } = await create(true);
  const bo = { operator: 'Bo', passphrase: 'nine silent harbours' };
  await made.client.operators.add({ name: 'Bo', role: 'author', passphrase: bo.passphrase, own: passphrase });
  await made.client.workspaces.close({});
  expect(await made.client.workspaces.open({ recentId: workspace.id })).toMatchObject({ operator: 'Ada' });
  await made.client.workspaces.open({ recentId: workspace.id, ...bo, remember: false });
  await made.client.workspaces.changePassphrase({ current: bo.passphrase, next: 'ten hushed harbours' });
  expect(store.kept.get(workspace.id)).toBe(passphrase);
  expect(await made.client.workspaces.open({ recentId: workspace.id })).toMatchObject({ operator: 'Ada' });
  await made.client.workspaces.open({
    recentId: workspace.id,
    ...bo,
    passphrase: 'ten hushed harbours',
    remember: true,
  });
  expect(await made.client.workspaces.open({ recentId: workspace.id })).toMatchObject({ operator: 'Bo' });
});

test('changing a passphrase that was not remembered remembers nothing', async () => {
  await create();
  await made.client.workspaces.changePassphrase({ current: passphrase, next: 'eight louder harbours' });
  expect(store.kept.size).toBe(0);
});

test('it is forgotten with its place in the list, and with the workspace', async () => {
  const { workspace } = await create(true);
  await create(true, 'Other');
  await made.client.workspaces.forgetRecent({ id: workspace.id });
  expect([...store.kept.keys()]).not.toContain(workspace.id);
  expect(store.kept.size).toBe(1);
  await made.client.workspaces.delete({ confirmName: 'Other', reason: 'a trial' });
  expect(store.kept.size).toBe(0);
});

test('it is forgotten when another workspace takes its folder', async () => {
  const { workspace } = await create(true);
  await made.client.workspaces.close({});
  cpSync(made.path('Acme.custos'), made.path('Backup.custos'), { recursive: true });
  rmSync(made.path('Acme.custos'), { recursive: true });
  await create(false);
  expect([...store.kept.keys()]).not.toContain(workspace.id);
});

test('a key store that does not take it loses nothing: the workspace is made, and it is said', async () => {
  store.refuse = true;
  const { recoveryKey, remembered } = await create(true);
  expect(remembered).toBe(false);
  expect(recoveryKey).toMatch(/\S{20,}/);
  expect((await made.client.workspaces.open({ grantId: folderGrant(), passphrase, remember: true })).notices).toContain(
    'The passphrase was not remembered; you will be asked for it again.',
  );
});

test('the window is told whether there is a key store, and is never told a passphrase', async () => {
  expect(await made.client.workspaces.keyStore({})).toEqual({ available: true, kind: 'gnome-libsecret' });
  const { workspace } = await create(true);
  await made.client.workspaces.close({});
  const told = [
    await made.client.workspaces.recent({}),
    await made.client.workspaces.open({ recentId: workspace.id }),
    await made.client.workspaces.current({}),
  ];
  expect(JSON.stringify(told)).not.toContain(passphrase);
});

test('an engine without a shell remembers nothing', async () => {
  const alone = makeEngine();
  expect(await alone.client.workspaces.keyStore({})).toEqual({ available: false, kind: 'none' });
  expect(
    (
      await alone.client.workspaces.create({
        grantId: alone.engine.grants.add(alone.path('A.custos'), 'workspace-create').grantId,
        operator: 'Ada',
        passphrase,
        remember: true,
      })
    ).remembered,
  ).toBe(false);
  await alone.close();
});

test('over the control channel each answer finds its question, and a store that fails keeps nothing', async () => {
  const sent: { requestId: string; request: unknown }[] = [];
  let tell: (message: ToEngine) => void = () => {};
  const remote = remoteKeyStore({
    send: (message) => void (message.control === 'key-store' && sent.push(message)),
    onMessage: (listener) => (tell = listener),
    onClose: () => {},
  });
  const first = remote.get('w1');
  const second = remote.set('w2', 'secret');
  expect(sent.map(({ request }) => request)).toEqual([
    { act: 'get', workspaceId: 'w1' },
    { act: 'set', workspaceId: 'w2', secret: 'secret' },
  ]);
  tell({ control: 'key-store-answer', requestId: sent[1]!.requestId, answer: { done: true } });
  tell({ control: 'key-store-answer', requestId: sent[0]!.requestId, answer: { secret: 'kept' } });
  expect([await first, await second]).toEqual(['kept', true]);
  const failing = [remote.get('w1'), remote.set('w1', 'x'), remote.list(), remote.status()];
  for (const { requestId } of sent.slice(2)) tell({ control: 'key-store-answer', requestId, answer: { failed: true } });
  expect(await Promise.all(failing)).toEqual([null, false, [], { available: false, kind: 'none' }]);
});
