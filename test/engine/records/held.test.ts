import SqliteDatabase from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { registerSnapshotOf } from '#engine/use-cases/records/records-of-folder.ts';
import { approved, engineWithWorkspace, expectVerified, reopen, says } from './support.ts';

/** A workspace with an approved record, a draft beside it, one in review and a draft alone; closed. */
async function worked() {
  const made = await engineWithWorkspace();
  const { records, workspaces } = made.client;
  const crm = await approved(made.client, 'system', { name: says('CRM') });
  await records.saveDraft({ kind: 'system', id: crm.id, body: { name: says('CRM 2') } });
  const till = await records.saveDraft({ kind: 'system', id: null, body: { name: says('Till') } });
  await records.send({ kind: 'system', id: till.id, reason: '' });
  await records.saveDraft({ kind: 'purpose', id: null, body: { title: says('Letters') } });
  await workspaces.close({});
  const file = join(made.folder, 'register.sqlite');
  const edit = (sql: string): void => {
    const db = new SqliteDatabase(file);
    db.exec(sql);
    db.close();
  };
  const bodies = (): string[] => {
    const db = new SqliteDatabase(file, { readonly: true });
    const read = 'SELECT body FROM record_version UNION ALL SELECT body FROM record_draft';
    const found = db.prepare<[], string>(read).pluck().all();
    db.close();
    return found;
  };
  const verify = () => verifyRegister(made.folder, { profileDirectory: made.path('profile') });
  return { ...made, edit, bodies, verify, crm };
}

describe('rows of records changed outside Custos', () => {
  it.each([
    [
      'the words of an approved version',
      `UPDATE record_version SET body = replace(body, 'CRM', 'CRN')`,
      'record-changed',
      'SY-001',
    ],
    [
      'who approved it',
      `UPDATE record_version SET approval = replace(approval, '"Bo"', '"Eve"') WHERE state = 'approved'`,
      'record-changed',
      'version 1 of record SY-001',
    ],
    [
      'where it stands',
      `UPDATE record_version SET state = 'approved' WHERE state = 'in-review'`,
      'record-changed',
      'version 1 of record SY-002',
    ],
    ['its reference', `UPDATE record_version SET ref = 'SY-009' WHERE state = 'approved'`, 'record-changed', 'SY-001'],
    ['a reason', `UPDATE record_version SET reason = 'another' WHERE state = 'approved'`, 'record-changed', 'SY-001'],
    [
      'a version that is removed',
      `DELETE FROM record_version WHERE state = 'approved'`,
      'record-missing',
      'version 1 of record SY-001',
    ],
    [
      'a version that is put in',
      'INSERT INTO record_version SELECT kind, id, 7, ref, state, saved_at, saved_by, authors, reason, approval, ' +
        `closing, body, body_version FROM record_version WHERE state = 'approved'`,
      'record-added',
      'version 7 of record SY-001',
    ],
    [
      'a draft',
      `UPDATE record_draft SET body = replace(body, 'Letters', 'Lotters')`,
      'record-changed',
      'draft of record PU-001',
    ],
    [
      'a draft that is removed',
      `DELETE FROM record_draft WHERE kind = 'purpose'`,
      'record-missing',
      'draft of record PU-001',
    ],
  ])('%s is found, and says where', async (_what, sql, kind, where) => {
    const made = await worked();
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    made.edit(sql);
    const found = made.verify();
    expect(found.ok).toBe(false);
    expect(found.problems).toEqual([expect.objectContaining({ kind, detail: expect.stringContaining(where) })]);
  });

  it('are not approved: what would be signed is not what was sent', async () => {
    const made = await worked();
    made.edit(`UPDATE record_version SET body = replace(body, 'Till', 'Kill')`);
    await reopen(made, made.folder, made.passphrase);
    const { records } = made.client;
    const till = (await records.list({ kind: 'system' })).find(({ ref }) => ref === 'SY-002')!;
    const { version } = await records.get({ kind: 'system', id: till.id });
    if (version === null || 'unreadable' in version) throw new Error('It is readable.');
    await expect(
      records.approve({ kind: 'system', id: till.id, version: 1, recordSha256: version.sha256 }),
    ).rejects.toMatchObject({ code: 'REGISTER_CONTRADICTS' });
  });
});

describe('records that this program cannot read', () => {
  it.each([
    [
      'of a version to come',
      'UPDATE record_version SET body_version = 9; UPDATE record_draft SET body_version = 9',
      'newer',
    ],
    [
      'with a field to come',
      `UPDATE record_version SET body = json_set(body, '$.later', 1); UPDATE record_draft SET body = json_set(body, '$.later', 1)`,
      'damaged',
    ],
    ['that are no JSON', `UPDATE record_version SET body = 'none'; UPDATE record_draft SET body = 'none'`, 'damaged'],
  ])('%s are shown as such, kept byte for byte, and never written over', async (_what, sql, why) => {
    const made = await worked();
    made.edit(sql);
    const before = made.bodies();
    await reopen(made, made.folder, made.passphrase);
    const { records, workspaces } = made.client;
    // Beside them stands the organisation, whose record the workspace began.
    const listed = (await records.list({})).filter(({ kind }) => kind !== 'organisation');
    expect(listed.map(({ ref, unreadable }) => [ref, unreadable])).toEqual([
      ['PU-001', true],
      ['SY-001', true],
      ['SY-002', true],
    ]);
    const name = { kind: 'system', id: made.crm.id } as const;
    expect(await records.get(name)).toMatchObject({
      version: { unreadable: true, why },
      draft: { unreadable: true, why },
    });
    const tried = await Promise.allSettled([
      records.saveDraft({ ...name, body: { name: says('Mine') } }),
      records.send({ ...name, reason: 'x' }),
      records.discardDraft({ ...name, reason: 'x' }),
      records.retire({ ...name, reason: 'x' }),
      records.sendBack({ kind: 'system', id: listed[2]!.id, reason: 'x' }),
    ]);
    expect(tried.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    expect((await workspaces.otherVersions({})).map(({ kind }) => kind)).toContain('record_version');
    await workspaces.close({});
    expect(made.bodies()).toEqual(before);
    expect(registerSnapshotOf(made.folder, {}).unreadable).toHaveLength(5);
  });
});

it('a sitting that a crash cut off is told at the next opening, by whom it was written', async () => {
  const made = await worked();
  made.edit(`UPDATE record_draft SET sitting = '["title"]', saved_by = 'Cy' WHERE kind = 'purpose'`);
  expect(made.verify()).toMatchObject({ ok: true, problems: [{ kind: 'draft-under-way' }] });
  await reopen(made, made.folder, made.passphrase);
  const [entry] = (await made.client.register.list({ kind: 'record.drafted' })).entries;
  expect(entry).toMatchObject({ payload: { by: 'Cy', fields: ['title'], ref: 'PU-001' } });
  await expectVerified(made);
});
