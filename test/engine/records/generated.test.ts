import { describe, expect, it } from 'vitest';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { approvalText } from '#shared/register/approval-text.ts';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { EngineSession } from '#engine/session/engine-session.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { approveRecord } from '#engine/use-cases/records/approve-record.ts';
import { sendRecord } from '#engine/use-cases/records/send-record.ts';
import { registerSnapshot } from '#engine/use-cases/records/register-snapshot.ts';
import { storeDraft } from '#engine/use-cases/records/store-draft.ts';
import { registerSnapshotOf } from '#engine/use-cases/records/records-of-folder.ts';
import { makeWorkspace } from '../workspace/support.ts';
import { approved, engineWithRecords, engineWithWorkspace, says } from './support.ts';

const byLog = { from: 'log', entry: 2 } as const;

describe('generated statements', () => {
  it('begin with the organisation that a workspace was made for, by the entry of its making', async () => {
    const { client } = await engineWithWorkspace();
    const { entries } = await client.register.list({ kind: 'workspace.created' });
    const { draft } = await client.records.get({ kind: 'organisation', id: 'organisation' });
    expect(draft).toMatchObject({
      state: 'draft',
      body: { name: { state: 'stated', value: 'Acme', origin: { from: 'log', entry: entries[0]!.seq } } },
    });
  });

  it('cannot be handed in by a page, whatever it claims', async () => {
    const { client } = await engineWithRecords();
    const forged = { state: 'stated', value: 'CRM', origin: { from: 'log', entry: 1 } } as const;
    const draft = await client.records.saveDraft({ kind: 'system', id: null, body: { name: forged } });
    expect(draft.body).toMatchObject({ name: { origin: { from: 'person', by: 'Ada' } } });
  });

  it('are taken over by name, in the approval that signs them, and are that person’s from then on', async () => {
    const { workspace, env, root } = await makeWorkspace();
    const at = '2026-01-05T10:00:00.000Z';
    let now = at;
    const state = new EngineSession({
      ...env,
      clock: () => new Date(now),
      resourcesDirectory: root,
      keyStore: noKeyStore,
      desktop: noDesktop,
    });
    await state.adoptWorkspace(workspace);
    const draft = storeDraft(workspace, {
      kind: 'system',
      id: null,
      at,
      body: {
        name: { state: 'stated', value: 'CRM', origin: byLog },
        vendor: { state: 'stated', value: 'V', origin: byLog },
      },
    });
    expect(draft.body.name?.origin).toEqual(byLog);
    const sent = sendRecord(state, { kind: 'system', id: draft.id, reason: '' });
    const takingOver = [{ field: 'name', item: null }];
    const word = { kind: 'system', id: draft.id, version: 1, recordSha256: sent.sha256 } as const;
    expect(() => approveRecord(state, { ...word, takingOver: [{ field: 'hostedIn', item: null }] })).toThrow(
      expect.objectContaining({ code: 'RECORD_INVALID', message: expect.stringContaining('“Country”') }),
    );
    const done = approveRecord(state, { ...word, takingOver }) as RecordVersion<'system'>;
    expect(done.body.name?.origin).toEqual({ from: 'taken-over', entry: 2, by: 'Ada Officer', at });
    expect(done.body.vendor?.origin).toEqual(byLog);
    expect(done.approval?.byAnother).toBe(false);
    const { signature } = done.approval!;
    const { publicKey } = workspace.keys.sign(new Uint8Array(0));
    const signed = (text: string) => registerCrypto.verifySignature(publicKey, text, signature);
    expect(signed(approvalText(workspace.id, done.sha256, takingOver))).toBe(true);
    expect(signed(approvalText(workspace.id, done.sha256, []))).toBe(false);

    // A second version, sent one day and approved the next: until then its statements are the log's.
    const again = storeDraft(workspace, {
      kind: 'system',
      id: draft.id,
      at,
      body: { name: draft.body.name, vendor: draft.body.vendor },
    });
    const sentAgain = sendRecord(state, { kind: 'system', id: again.id, reason: 'again' });
    now = '2026-01-06T10:00:00.000Z';
    approveRecord(state, {
      ...word,
      version: 2,
      recordSha256: sentAgain.sha256,
      takingOver: [{ field: 'vendor', item: null }],
    });
    const originsOn = (asOf?: string) =>
      registerSnapshot(workspace, { asOf }).records.map(({ version, state: stands, body }) => {
        const { name, vendor } = body as RecordVersion<'system'>['body'];
        return [version, stands, name?.origin?.from, vendor?.origin?.from];
      });
    expect(originsOn('2026-01-05')).toEqual([
      [1, 'approved', 'taken-over', 'log'],
      [2, 'in-review', 'log', 'log'],
    ]);
    expect(originsOn('2026-01-06')).toEqual([[2, 'approved', 'log', 'taken-over']]);
  });
});

describe('the register at a moment', () => {
  it('is what it was then: before an approval, between two, and after the record was retired', async () => {
    const made = await engineWithWorkspace();
    const { records } = made.client;
    const moment = () => new Date().toISOString();
    const later = () => new Promise((resolve) => setTimeout(resolve, 5));
    const before = moment();
    await later();
    const first = await approved(made.client, 'system', { name: says('Old name') });
    await later();
    const between = moment();
    await later();
    await approved(made.client, 'system', { name: says('New name') }, first.id);
    await later();
    const second = moment();
    await later();
    await records.saveDraft({ kind: 'system', id: first.id, body: { name: says('Newer name') } });
    await later();
    const beside = moment();
    await later();
    await records.retire({ kind: 'system', id: first.id, reason: 'gone' });
    const at = (asOf?: string) => {
      const { records: all, retired } = registerSnapshotOf(made.folder, { asOf });
      return [
        all
          .filter(({ kind }) => kind === 'system')
          .map(({ version, state, body }) => [version, state, JSON.stringify(body).match(/"value":"(.*?)"/)?.[1]]),
        retired.length,
      ];
    };
    expect(at(before)).toEqual([[], 0]);
    expect(at(between)).toEqual([[[1, 'approved', 'Old name']], 0]);
    expect(at(second)).toEqual([[[2, 'approved', 'New name']], 0]);
    expect(at(beside)).toEqual([
      [
        [2, 'approved', 'New name'],
        [3, 'draft', 'Newer name'],
      ],
      0,
    ]);
    expect(at()).toEqual([[[3, 'draft', 'Newer name']], 1]);
  });
});
