import { expect, it } from 'vitest';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { keyIdOf } from '#engine/keys/signing-key.ts';
import { approvalText } from '#shared/register/approval-text.ts';
import { engineWithWorkspace, expectVerified, says } from './support.ts';

const bo = 'Krater-Olive-58-Segel';

/** Ada's workspace with Bo in it, who approves; Ada writes. */
async function ofTwo() {
  const made = await engineWithWorkspace();
  const { operators, workspaces } = made.client;
  await operators.add({ name: 'Bo', role: 'approver', passphrase: bo, own: made.passphrase });
  await operators.setRole({ name: 'Ada', role: 'author', reason: 'Bo approves' });
  const become = async (operator: string, passphrase: string): Promise<void> => {
    const { grantId } = made.engine.grants.add(made.folder, 'workspace-open');
    await workspaces.open({ grantId, operator, passphrase });
  };
  return { ...made, become };
}

it('what Ada wrote Bo approves, with a key of his own; neither does the other’s part', async () => {
  const made = await ofTwo();
  const { records, operators } = made.client;
  const draft = await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Segments') } });
  const { version, sha256: recordSha256 } = await records.send({ kind: 'purpose', id: draft.id, reason: '' });
  const approval = { kind: 'purpose', id: draft.id, version, recordSha256 } as const;
  await expect(records.approve(approval)).rejects.toMatchObject({
    code: 'ROLE_REFUSED',
    data: { detail: expect.stringContaining('Ada works here as author and may not approve') },
  });
  await made.become('Bo', bo);
  const done = await records.approve(approval);
  expect(done).toMatchObject({ state: 'approved', approval: { by: 'Bo', byAnother: true } });
  const [, approver] = await operators.list({});
  const { keyId, signature } = done.approval ?? { keyId: '', signature: '' };
  expect(keyId).toBe(keyIdOf(approver?.publicKey ?? ''));
  const workspace = await made.client.workspaces.current({});
  const signed = approvalText(workspace?.id ?? '', recordSha256, []);
  expect(registerCrypto.verifySignature(approver?.publicKey ?? '', signed, signature)).toBe(true);

  const own = await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Newsletter') } });
  const sent = await records.send({ kind: 'purpose', id: own.id, reason: '' });
  await expect(
    records.approve({ kind: 'purpose', id: own.id, version: sent.version, recordSha256: sent.sha256 }),
  ).rejects.toMatchObject({
    code: 'ROLE_REFUSED',
    data: { detail: expect.stringContaining('Bo wrote this version, so somebody else approves it') },
  });
  await expectVerified(made);
});

it('who leaves over a draft has it entered before, and nothing after', async () => {
  const made = await ofTwo();
  const { records, operators, register, workspaces } = made.client;
  await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Segments') } });
  await operators.leave({ name: 'Ada', reason: 'a new job' });
  expect(await workspaces.current({})).toBeNull();
  await made.become('Bo', bo);
  const { entries } = await register.list({});
  expect(entries.slice(0, 2).map(({ kind, actor }) => [kind, actor])).toEqual([
    ['operator.left', 'Ada'],
    ['record.drafted', 'Ada'],
  ]);
  await expectVerified(made);
});
