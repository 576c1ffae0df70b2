import SqliteDatabase from 'better-sqlite3';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { schemaVersion } from '#engine/catalog/migrations/index.ts';
import { listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace, type Workspace } from '#engine/workspace/open-workspace.ts';
import { appendSome, makeWorkspace, passphrase, recipe, scratch, testPlace, type TestPlace } from './support.ts';

async function closed(count = 3): Promise<TestPlace> {
  const { workspace, ...place } = await makeWorkspace();
  appendSome(workspace, count);
  await workspace.close();
  return place;
}

async function open({ directory, env }: TestPlace): Promise<Workspace> {
  const workspace = await openWorkspace(directory, { passphrase }, env);
  onTestFinished(() => workspace.close());
  return workspace;
}

const sql = (directory: string, text: string): void => {
  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  db.exec(text);
  db.close();
};

const refusedForReading = { code: 'WORKSPACE_READ_ONLY' };

describe('a workspace whose register does not verify', () => {
  it.each([
    [
      'a changed entry',
      `DROP TRIGGER log_no_update; UPDATE log SET actor = 'Bob' WHERE seq = 3`,
      'Entry 3 (setting.changed) was changed',
    ],
    ['a missing tail', 'DROP TRIGGER log_no_delete; DELETE FROM log WHERE seq > 3', 'entries 4–5 were removed'],
    [
      'an entry of another program',
      `INSERT INTO log SELECT 6, leaf_hash, leaf_hash, ts, kind, actor, subject_ref, payload FROM log WHERE seq = 5`,
      'Entry 6',
    ],
    ['no checkpoint', 'DELETE FROM checkpoint', 'signed head inside the register is missing'],
  ])('opens for reading only, with %s in its notice, and nothing can be signed over it', async (_, edit, words) => {
    const place = await closed();
    sql(place.directory, edit);
    const before = verifyRegister(place.directory, place.env);
    const workspace = await open(place);
    expect(workspace.summary().readOnly).toBe(true);
    expect(workspace.notices.join(' ')).toContain(words);
    expect(() =>
      workspace.register.append({
        kind: 'policy.changed',
        subjectRef: 'x',
        payload: { from: 'customer-tracking', to: 'gdpr-strict', reason: '' },
      }),
    ).toThrow(expect.objectContaining(refusedForReading));
    expect(() => workspace.setOperator('Bob')).toThrow(expect.objectContaining(refusedForReading));
    expect(() => workspace.setPolicy('gdpr-strict', 'because')).toThrow(expect.objectContaining(refusedForReading));
    await expect(workspace.changePassphrase(passphrase, 'other')).rejects.toMatchObject(refusedForReading);
    await expect(workspace.seal('x', join(place.directory, 'keys.json'))).rejects.toMatchObject(refusedForReading);
    await expect(workspace.destroy()).rejects.toMatchObject(refusedForReading);
    await workspace.close();
    expect(verifyRegister(place.directory, place.env)).toEqual(before);
  });

  it('a head beside it that was lost is written anew, with an entry and a notice', async () => {
    for (const spoil of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, '{"half":')]) {
      const place = await closed();
      spoil(join(place.directory, 'head.json'));
      expect(verifyRegister(place.directory, place.env).ok).toBe(false);
      const workspace = await open(place);
      expect(workspace.notices.join(' ')).toContain('head.json');
      await workspace.close();
      expect(listEntries(place.directory, { kind: 'checkpoint.head-repaired' }).total).toBe(1);
      expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, entries: 6 });
    }
  });

  it('a profile file that cannot be read is written anew, with an entry and a notice', async () => {
    const place = await closed();
    const heads = join(place.env.profileDirectory, 'heads');
    writeFileSync(join(heads, readdirSync(heads)[0] as string), 'garbage');
    expect(verifyRegister(place.directory, place.env).problems).toEqual([
      { seq: null, kind: 'head-invalid', detail: expect.stringContaining('profile') },
    ]);
    const workspace = await open(place);
    expect(workspace.summary().readOnly).toBe(false);
    expect(workspace.notices.join(' ')).toContain('could not be read');
    await workspace.close();
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, entries: 6 });
  });

  it('heads that are one entry behind (a crash between the two writes) are no damage', async () => {
    const { workspace, ...place } = await makeWorkspace();
    appendSome(workspace, 2);
    const profileHead = join(place.env.profileDirectory, 'heads', `${workspace.id}.json`);
    const old = scratch();
    copyFileSync(join(place.directory, 'head.json'), join(old, 'head.json'));
    copyFileSync(profileHead, join(old, 'profile.json'));
    appendSome(workspace, 1);
    await workspace.close();
    copyFileSync(join(old, 'head.json'), join(place.directory, 'head.json'));
    copyFileSync(join(old, 'profile.json'), profileHead);
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
    const again = await open(place);
    expect(again.notices).toEqual([]);
    await again.close();
    expect(readFileSync(join(place.directory, 'head.json'), 'utf8')).toContain('\\n5\\n');
    expect(readFileSync(profileHead, 'utf8')).toContain('\\n5\\n');
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, entries: 5 });
  });

  it('an older copy put back says so when opened, and for ever after on this machine', async () => {
    const { workspace, ...place } = await makeWorkspace();
    appendSome(workspace, 2);
    const old = scratch();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(place.directory, name), join(old, name));
    appendSome(workspace, 4);
    await workspace.close();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(old, name), join(place.directory, name));
    const again = await open(place);
    expect(again.summary().readOnly).toBe(false);
    expect(again.notices.join(' ')).toContain('This machine has seen 8 entries');
    appendSome(again, 10);
    await again.close();
    expect(listEntries(place.directory, { kind: 'checkpoint.rolled-back' }).entries[0]?.payload).toMatchObject({
      seenSize: 8,
      size: 4,
    });
    const found = verifyRegister(place.directory, place.env);
    expect(found.ok).toBe(false);
    expect(found.problems).toEqual([
      expect.objectContaining({
        seq: 5,
        kind: 'rolled-back',
        detail: expect.stringContaining('it then had 4 entries where 8 had been seen'),
      }),
      expect.objectContaining({ kind: 'forked' }),
    ]);
    const third = await open(place);
    await third.close();
    expect(verifyRegister(place.directory, place.env).ok).toBe(false);
    // Neither another name of the folder nor a machine that never saw the newer one makes it forget.
    const renamed = join(place.root, 'Renamed.custos');
    renameSync(place.directory, renamed);
    for (const profileDirectory of [place.env.profileDirectory, scratch()])
      expect(verifyRegister(renamed, { profileDirectory })).toMatchObject({
        ok: false,
        problems: [
          { seq: 5, kind: 'rolled-back' },
          ...(profileDirectory === place.env.profileDirectory ? [{ kind: 'forked' }] : []),
        ],
      });
  });

  it('an older copy put back under another name, before anything was written in it, is known by its own id', async () => {
    const { workspace, ...place } = await makeWorkspace();
    appendSome(workspace, 2);
    const old = join(place.root, 'Restored.custos');
    cpSync(place.directory, old, { recursive: true, filter: (name) => !basename(name).startsWith('lock') });
    appendSome(workspace, 4);
    await workspace.close();
    rmSync(place.directory, { recursive: true });
    expect(verifyRegister(old, place.env)).toMatchObject({ ok: false, problems: [{ seq: 5, kind: 'removed' }] });
    // Put back twice: what was entered about the first time goes, what the machine knows stays.
    const again = join(place.root, 'Again.custos');
    cpSync(old, again, { recursive: true });
    await (await open({ ...place, directory: old })).close();
    expect(verifyRegister(again, place.env).ok).toBe(false);
  });

  it('what an older Custos remembered by folder still counts', async () => {
    const { workspace, ...place } = await makeWorkspace();
    appendSome(workspace, 2);
    const head = join(place.env.profileDirectory, 'heads', `${workspace.id}.json`);
    const old = scratch();
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(place.directory, name), join(old, name));
    const before = (JSON.parse(readFileSync(head, 'utf8')) as { heads: string[] }).heads[0];
    appendSome(workspace, 4);
    await workspace.close();
    const { heads, ...rest } = JSON.parse(readFileSync(head, 'utf8')) as { heads: string[] };
    const places = [
      { directory: place.directory, note: heads[0], seen: [] },
      { directory: join(place.root, 'Before.custos'), note: before, seen: [] },
    ];
    writeFileSync(head, JSON.stringify({ ...rest, formatVersion: 1, places }));
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
    for (const name of ['register.sqlite', 'head.json']) copyFileSync(join(old, name), join(place.directory, name));
    expect(verifyRegister(place.directory, place.env)).toMatchObject({
      ok: false,
      problems: [{ seq: 5, kind: 'removed' }],
    });
    const moved = join(place.root, 'Moved.custos');
    renameSync(place.directory, moved);
    expect(verifyRegister(moved, place.env)).toMatchObject({ ok: false, problems: [{ seq: 5, kind: 'removed' }] });
  });
});

describe('a copy of a workspace on the same machine', () => {
  it('can be opened and written without making the original look damaged; each says what is true of it', async () => {
    const { workspace, ...place } = await makeWorkspace();
    appendSome(workspace, 2);
    const copy = { ...place, directory: join(place.root, 'Backup.custos') };
    cpSync(place.directory, copy.directory, { recursive: true, filter: (name) => !basename(name).startsWith('lock') });
    appendSome(workspace, 2);
    await workspace.close();
    // The copy lacks what this machine knows of the original.
    expect(verifyRegister(copy.directory, place.env)).toMatchObject({
      ok: false,
      problems: [{ seq: 5, kind: 'removed' }],
    });
    const opened = await open(copy);
    expect(opened.notices.join(' ')).toContain('This machine has seen 6 entries');
    appendSome(opened, 5);
    await opened.close();
    expect(listEntries(copy.directory, { kind: 'checkpoint.rolled-back' }).total).toBe(1);
    expect(verifyRegister(copy.directory, place.env)).toMatchObject({
      ok: false,
      problems: [{ seq: 5, kind: 'rolled-back' }, { kind: 'forked' }],
    });
    const again = await open(copy);
    expect(again.notices).toEqual([]);
    await again.close();

    expect(verifyRegister(place.directory, place.env)).toMatchObject({
      ok: true,
      entries: 6,
      problems: [{ kind: 'forked' }],
    });
    const original = await open(place);
    expect(original.notices).toEqual([]);
    appendSome(original, 10);
    await original.close();
    expect(listEntries(place.directory, { kind: 'checkpoint.rolled-back' }).total).toBe(0);
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [{ kind: 'forked' }] });
  });

  it('a workspace that was moved is known by what it holds', async () => {
    const place = await closed();
    const moved = { ...place, directory: join(place.root, 'Moved.custos') };
    renameSync(place.directory, moved.directory);
    expect(verifyRegister(moved.directory, place.env)).toMatchObject({ ok: true, problems: [] });
    const workspace = await open(moved);
    expect(workspace.notices).toEqual([]);
    appendSome(workspace, 1);
    await workspace.close();
    expect(verifyRegister(moved.directory, place.env)).toMatchObject({ ok: true, problems: [] });
  });
});

describe('another workspace in a folder that this machine knows', () => {
  it('is told: before it is opened there, when it is, and afterwards', async () => {
    const place = await closed();
    const other = testPlace();
    const { workspace } = await makeWorkspace({ ...other, directory: join(other.root, 'Acme.custos') });
    await workspace.close();
    rmSync(place.directory, { recursive: true });
    cpSync(join(other.root, 'Acme.custos'), place.directory, { recursive: true });
    const before = verifyRegister(place.directory, place.env);
    expect(before).toMatchObject({
      ok: false,
      problems: [{ kind: 'workspace-replaced', detail: expect.stringContaining(workspace.id) }],
    });
    const opened = await open(place);
    expect(opened.notices.join(' ')).toContain('This machine knows another workspace in this folder');
    await opened.close();
    expect(verifyRegister(place.directory, place.env)).toMatchObject({
      ok: true,
      problems: [{ kind: 'workspace-replaced-before' }],
    });
  });

  it('is none of note where the former one was deleted, or the new one made here', async () => {
    const { workspace, ...place } = await makeWorkspace();
    await workspace.destroy();
    await (await makeWorkspace(place)).workspace.close();
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
    rmSync(place.directory, { recursive: true });
    await (await makeWorkspace(place)).workspace.close();
    expect(verifyRegister(place.directory, place.env)).toMatchObject({ ok: true, problems: [] });
  });
});

describe('a workspace that cannot be opened says why in one sentence', () => {
  const failure = async (place: TestPlace): Promise<{ code: string; message: string }> => {
    try {
      await (await openWorkspace(place.directory, { passphrase }, place.env)).close();
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      expect(message).toMatch(/^\S.*\.$/);
      expect(message).not.toContain(place.root);
      return { code, message };
    }
    throw new Error('It opened.');
  };

  it.each<[string, (directory: string) => void, string, RegExp]>([
    [
      'not there',
      (directory) => rmSync(directory, { recursive: true }),
      'WORKSPACE_NONE',
      /There is no workspace Acme\.custos/,
    ],
    [
      'a file',
      (directory) => {
        rmSync(directory, { recursive: true });
        writeFileSync(directory, 'x');
      },
      'WORKSPACE_NONE',
      /is a file/,
    ],
    [
      'an empty folder',
      (directory) => {
        rmSync(directory, { recursive: true });
        mkdirSync(directory);
      },
      'WORKSPACE_NONE',
      /is no Custos workspace/,
    ],
    [
      'without keys.json',
      (directory) => rmSync(join(directory, 'keys.json')),
      'WORKSPACE_DAMAGED',
      /keys\.json is missing/,
    ],
    [
      'without its register',
      (directory) => rmSync(join(directory, 'register.sqlite')),
      'WORKSPACE_DAMAGED',
      /register\.sqlite is missing/,
    ],
    [
      'with an empty register',
      (directory) => truncateSync(join(directory, 'register.sqlite')),
      'WORKSPACE_DAMAGED',
      /is not a register of Custos/,
    ],
    [
      'with a register that is no database',
      (directory) => writeFileSync(join(directory, 'register.sqlite'), 'x'.repeat(5000)),
      'WORKSPACE_DAMAGED',
      /register\.sqlite is damaged/,
    ],
    [
      'with a register cut in half',
      (directory) => truncateSync(join(directory, 'register.sqlite'), 9000),
      'WORKSPACE_DAMAGED',
      /register\.sqlite is damaged/,
    ],
    [
      'with the database of another program',
      (directory) => {
        rmSync(join(directory, 'register.sqlite'));
        sql(directory, 'CREATE TABLE t (x)');
      },
      'WORKSPACE_DAMAGED',
      /is not a register of Custos/,
    ],
    [
      'with a file of it linked to somewhere else',
      (directory) => {
        renameSync(join(directory, 'head.json'), join(directory, '..', 'elsewhere.json'));
        symlinkSync(join(directory, '..', 'elsewhere.json'), join(directory, 'head.json'));
      },
      'WORKSPACE_DAMAGED',
      /head\.json is a link/,
    ],
    [
      'with its data linked to somewhere else',
      (directory) => {
        renameSync(join(directory, 'data'), join(directory, '..', 'elsewhere'));
        symlinkSync(join(directory, '..', 'elsewhere'), join(directory, 'data'));
      },
      'WORKSPACE_DAMAGED',
      /data is a link/,
    ],
    [
      'with a lock that is none',
      (directory) => writeFileSync(join(directory, 'lock.sqlite'), 'x'.repeat(5000)),
      'WORKSPACE_DAMAGED',
      /lock\.sqlite was overwritten/,
    ],
    [
      'from the future',
      (directory) => sql(directory, 'PRAGMA user_version = 99'),
      'WORKSPACE_FROM_FUTURE',
      new RegExp(`schema 99, this one knows ${schemaVersion}`),
    ],
  ])('%s', async (_, spoil, code, words) => {
    const place = await closed();
    spoil(place.directory);
    const found = await failure(place);
    expect(found.code).toBe(code);
    expect(found.message).toMatch(words);
    expect(readdirSync(place.env.workRoot)).toEqual([]);
  });

  it('a refused workspace stays as it was, and is not left locked', async () => {
    const place = await closed();
    sql(place.directory, 'PRAGMA user_version = 99');
    const before = readFileSync(join(place.directory, 'register.sqlite'));
    await failure(place);
    expect(readFileSync(join(place.directory, 'register.sqlite')).equals(before)).toBe(true);
    sql(place.directory, `PRAGMA user_version = ${schemaVersion}`);
    await (await open(place)).close();
  });
});

describe('a workspace that another program switched to WAL', () => {
  it('opens as before and goes back to one file', async () => {
    const place = await closed();
    sql(place.directory, 'PRAGMA journal_mode = WAL');
    const workspace = await open(place);
    appendSome(workspace, 1);
    await workspace.close();
    expect(readFileSync(join(place.directory, 'register.sqlite')).subarray(18, 20)).toEqual(Buffer.from([1, 1]));
    expect(verifyRegister(place.directory, place.env).ok).toBe(true);
  });
});

describe('a working directory that cannot be made', () => {
  it('is told in one sentence, and the workspace is not left locked', async () => {
    const place = await closed();
    writeFileSync(join(place.root, 'file'), 'x');
    await expect(
      openWorkspace(place.directory, { passphrase }, { ...place.env, workRoot: join(place.root, 'file', 'work') }),
    ).rejects.toMatchObject({ code: 'TARGET_UNWRITABLE' });
    await (await open(place)).close();
  });
});

describe('a workspace in a read-only place', () => {
  it('opens for reading only and says so', async () => {
    const { workspace, ...place } = await makeWorkspace();
    const { directory, env, root } = place;
    writeFileSync(join(workspace.workDirectory, 'd1'), 'rows');
    await workspace.seal('d1', join(workspace.workDirectory, 'd1'));
    workspace.catalog.recipes.save('d1', recipe);
    await workspace.close();
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
      chmodSync(join(directory, name), name.includes('.') ? 0o444 : 0o555);
    chmodSync(directory, 0o555);
    chmodSync(root, 0o755);
    chmodSync(env.workRoot, 0o777);
    for (const name of ['', 'heads', `heads/${workspace.id}.json`]) chmodSync(join(env.profileDirectory, name), 0o755);
    // Permissions do not bind the superuser: be somebody else meanwhile.
    const superuser = process.geteuid?.() === 0;
    if (superuser) process.seteuid?.(65534);
    try {
      const again = await openWorkspace(directory, { passphrase }, env);
      expect(again.summary().readOnly).toBe(true);
      expect(again.notices.join(' ')).toContain('read-only place');
      expect(again.catalog.datasets.list()).toEqual([]);
      expect(readFileSync(await again.unseal('d1'), 'utf8')).toBe('rows');
      expect(again.catalog.recipes.get('d1')).toEqual(recipe);
      expect(() => again.catalog.recipes.save('d1', { ...recipe, steps: [] })).toThrow(
        expect.objectContaining(refusedForReading),
      );
      expect(() => appendSome(again, 1)).toThrow(expect.objectContaining(refusedForReading));
      await again.close();
      expect(verifyRegister(directory, env).ok).toBe(true);
    } finally {
      if (superuser) process.seteuid?.(0);
      for (const name of ['', 'data', 'recipes', 'releases']) chmodSync(join(directory, name), 0o755);
    }
    expect(readdirSync(directory).toSorted()).toEqual([
      'data',
      'head.json',
      'keys.json',
      'lock.sqlite',
      'recipes',
      'register.sqlite',
      'releases',
    ]);
  });
});
