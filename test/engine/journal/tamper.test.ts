import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '#engine/catalog/open-catalog.ts';
import { createKeys, openSigningSeed } from '#engine/keys/key-file.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { createRegisterWriter } from '#engine/journal/journal-writer.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { writeFolderHead } from '#engine/workspace-folder/signed-heads.ts';
import { emptyTree } from '#shared/journal/merkle.ts';
import type { Verification } from '#shared/contract/register.ts';
import { edit, tamperings } from './tamper-ways.ts';
import { appendSome, makeWorkspace, passphrase, scratch, testPlace, type TestPlace } from '../workspace/support.ts';

const entries = 8;

/** A closed workspace of eight entries. */
async function closedWorkspace(): Promise<TestPlace & { file: string }> {
  const { workspace, ...place } = await makeWorkspace();
  appendSome(workspace, entries - 2);
  await workspace.close();
  expect(verifyRegister(place.directory, place.env).ok).toBe(true);
  return { ...place, file: join(place.directory, 'register.sqlite') };
}

const kindsAt = (found: Verification): string[] =>
  found.problems.filter(({ kind }) => kind !== 'trigger-missing').map(({ seq, kind }) => `${seq ?? '-'} ${kind}`);

describe('an edit by a SQLite client is found and pointed at', () => {
  it.each(tamperings)('%s', async (_, work, expected) => {
    const { directory, env, file } = await closedWorkspace();
    edit(file, work);
    const found = verifyRegister(directory, env);
    expect(found.ok).toBe(false);
    expect(kindsAt(found).toSorted()).toEqual(expected.toSorted());
    for (const { detail } of found.problems)
      expect(detail).toMatch(/^[A-Z].*\.$|^register\.sqlite .*\.$|^head\.json .*\.$/);
  });

  it('dropped guards alone are told, and prove nothing against the entries', async () => {
    const { directory, env, file } = await closedWorkspace();
    edit(file, () => {});
    const found = verifyRegister(directory, env);
    expect(found).toMatchObject({ ok: true, entries });
    expect(found.problems.map(({ kind }) => kind)).toEqual(['trigger-missing', 'trigger-missing', 'trigger-missing']);
  });

  it('the guards stop what an accident would do', async () => {
    const { file, directory, env } = await closedWorkspace();
    const columns = 'leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload';
    for (const statement of [
      `UPDATE log SET actor = 'Bob'`,
      'DELETE FROM log WHERE seq = 8',
      'DELETE FROM log',
      `INSERT OR REPLACE INTO log SELECT * FROM log WHERE seq = 4`,
      `INSERT INTO log SELECT * FROM log WHERE seq = 4 ON CONFLICT (seq) DO UPDATE SET actor = 'Bob'`,
      `INSERT INTO log SELECT * FROM log WHERE seq = 8`,
      `INSERT INTO log (${columns}) SELECT ${columns} FROM log WHERE seq = 8`,
      `INSERT INTO log SELECT 10, ${columns} FROM log WHERE seq = 8`,
    ]) {
      edit(
        file,
        (db) => expect(() => db.exec(statement), statement).toThrow(/append-only|only grows at its end/),
        true,
      );
    }
    expect(verifyRegister(directory, env)).toMatchObject({ ok: true, problems: [] });
  });
});

describe('what lies beside the register', () => {
  const headFile = (directory: string): string => join(directory, 'head.json');

  it('head.json deleted, emptied or edited is found', async () => {
    const { directory, env } = await closedWorkspace();
    const text = readFileSync(headFile(directory), 'utf8');
    for (const [changed, kind] of [
      [null, 'head-missing'],
      ['', 'head-invalid'],
      ['{}', 'head-invalid'],
      [text.replace('\\n8\\n', '\\n7\\n'), 'head-invalid'],
      [text.replace('custos-head', 'custos-hat'), 'head-invalid'],
      [text.replace(/"publicKey": "./, '"publicKey": "!'), 'key-changed'],
      [text.replace(/"workspaceId": "./, '"workspaceId": "!'), 'head-invalid'],
    ] as const) {
      if (changed === null) rmSync(headFile(directory));
      else writeFileSync(headFile(directory), changed);
      const found = verifyRegister(directory, env);
      expect(found.ok, changed ?? 'deleted').toBe(false);
      expect(kindsAt(found)).toContain(`- ${kind}`);
    }
  });

  it('an older register and head put back are found on the machine that saw the newer one, and go unseen elsewhere', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    appendSome(workspace, 3);
    const old = scratch();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(directory, name), join(old, name));
    appendSome(workspace, 2);
    await workspace.close();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(old, name), join(directory, name));
    const found = verifyRegister(directory, env);
    expect(kindsAt(found)).toEqual(['6 removed']);
    expect(found.problems[0]?.detail).toContain('entries 6–7 were removed, or an older register was put back');
    expect(verifyRegister(directory, { profileDirectory: join(directory, 'nobody') }).ok).toBe(true);
  });

  it('an older register alone is found by head.json', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    copyFileSync(join(directory, 'register.sqlite'), join(env.profileDirectory, 'old.sqlite'));
    appendSome(workspace, 1);
    await workspace.close();
    copyFileSync(join(env.profileDirectory, 'old.sqlite'), join(directory, 'register.sqlite'));
    expect(kindsAt(verifyRegister(directory, { profileDirectory: join(directory, 'nobody') }))).toEqual(['3 removed']);
  });

  it('a register signed anew with another key is found, in part and as a whole', async () => {
    const { directory, env } = await closedWorkspace();
    const forger = testPlace();
    const { workspace: forged } = await makeWorkspace({ ...forger, directory: join(forger.root, 'Acme.custos') });
    appendSome(forged, entries - 2);
    await forged.close();
    const original = scratch();
    const names = ['register.sqlite', 'head.json', 'keys.json'];
    for (const name of names) copyFileSync(join(directory, name), join(original, name));
    // The register and its head from a workspace of the forger's own: keys.json still names the right key.
    for (const name of ['register.sqlite', 'head.json'])
      copyFileSync(join(forger.root, 'Acme.custos', name), join(directory, name));
    const partly = verifyRegister(directory, { profileDirectory: join(directory, 'nobody') });
    expect(partly.ok).toBe(false);
    expect(kindsAt(partly)).toContain('- key-changed');
    // Everything replaced, under the forger's id made to look like ours: the profile of this machine knows better.
    for (const name of names) copyFileSync(join(original, name), join(directory, name));
    const id = JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8')) as {
      workspaceId: string;
      signing: { publicKey: string };
    };
    const theirs = JSON.parse(readFileSync(join(forger.root, 'Acme.custos', 'keys.json'), 'utf8')) as typeof id;
    writeFileSync(
      join(directory, 'keys.json'),
      JSON.stringify({ ...id, signing: { ...id.signing, publicKey: theirs.signing.publicKey } }),
    );
    expect(kindsAt(verifyRegister(directory, env))).toContain('- key-changed');
  });

  it(
    'a register forged as a whole under the same name is found by the key that this machine remembers, and by ' +
      'nothing else',
    async () => {
      const { directory, env } = await closedWorkspace();
      const { workspaceId } = JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8')) as { workspaceId: string };
      const { file: keys, master } = await createKeys(workspaceId, 'theirs', env.random, 4);
      const signer = signerOf(openSigningSeed(keys, master, 'Acme.custos'));
      rmSync(join(directory, 'register.sqlite'));
      writeFileSync(join(directory, 'keys.json'), JSON.stringify(keys));
      const { db } = openCatalog(directory, 'Acme.custos', new Date(), true);
      const writer = createRegisterWriter({
        db,
        workspaceName: 'Acme.custos',
        workspaceId,
        signer,
        clock: env.clock,
        actor: () => 'Mallory',
        tree: emptyTree,
        onHead: (note) => writeFolderHead(directory, { workspaceId, publicKey: signer.publicKey, note }),
      });
      db.exec(
        `INSERT INTO setting VALUES ('organisation', ''), ('policy', 'customer-tracking'), ('temporary', 'false'), ` +
          `('operator', 'Mallory')`,
      );
      writer.append({
        kind: 'workspace.created',
        subjectRef: workspaceId,
        payload: {
          workspaceId,
          organisation: '',
          policy: 'customer-tracking',
          appVersion: '1',
          publicKey: signer.publicKey,
          temporary: false,
        },
      });
      for (let n = 1; n < entries; n += 1)
        writer.append({
          kind: 'setting.changed',
          subjectRef: workspaceId,
          payload: { setting: 'x', from: null, to: n },
        });
      db.close();
      expect(verifyRegister(directory, { profileDirectory: join(directory, 'nobody') })).toMatchObject({
        ok: true,
        entries,
      });
      const found = verifyRegister(directory, env);
      expect(found.ok).toBe(false);
      expect(kindsAt(found)).toContain('- key-changed');
      expect(found.problems.some(({ detail }) => detail.includes('this machine remembers'))).toBe(true);
    },
  );

  it('missing or damaged keys.json and a missing register are findings, not crashes', async () => {
    const { directory, env, file } = await closedWorkspace();
    const keys = readFileSync(join(directory, 'keys.json'));
    writeFileSync(join(directory, 'keys.json'), '{"format":"custos-keys"');
    expect(kindsAt(verifyRegister(directory, env))).toEqual(['- keys-missing']);
    rmSync(join(directory, 'keys.json'));
    expect(kindsAt(verifyRegister(directory, env))).toEqual(['- keys-missing']);
    writeFileSync(join(directory, 'keys.json'), keys);
    rmSync(file);
    expect(kindsAt(verifyRegister(directory, env))).toEqual(['1 missing']);
    writeFileSync(
      file,
      'this is no database at all, and long enough to be taken for the header of one, if one is careless. 0123456789',
    );
    expect(kindsAt(verifyRegister(directory, env))).toEqual(['- file-damaged']);
    writeFileSync(file, '');
    expect(kindsAt(verifyRegister(directory, env))).toEqual(['- file-damaged']);
  });

  it('two copies that went on separately are told apart on the machine that saw the first', async () => {
    const { workspace, directory, env, root } = await makeWorkspace();
    const fork = scratch();
    for (const name of ['register.sqlite', 'head.json', 'keys.json'])
      copyFileSync(join(directory, name), join(fork, name));
    appendSome(workspace, 2);
    await workspace.close();
    const elsewhere = { ...env, profileDirectory: join(root, 'elsewhere') };
    const other = await openWorkspace(fork, { passphrase }, elsewhere);
    appendSome(other, 3);
    await other.close();
    expect(verifyRegister(fork, elsewhere).ok).toBe(true);
    expect(kindsAt(verifyRegister(fork, env))).toEqual(['- rewritten']);
  });
});
