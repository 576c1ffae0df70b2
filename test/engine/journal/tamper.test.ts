import SqliteDatabase, { type Database } from 'better-sqlite3';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '#engine/catalog/open-catalog.ts';
import { createKeys, openSigningSeed } from '#engine/keys/key-file.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { createRegisterWriter } from '#engine/journal/journal-writer.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { writeFolderHead } from '#engine/workspace-folder/signed-heads.ts';
import { emptyTree } from '#shared/journal/merkle.ts';
import { leafText, type StoredEntry } from '#shared/journal/log-entry.ts';
import type { Verification } from '#shared/contract/register.ts';
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

/** What any SQLite client may do: drop the guards, then anything. */
function edit(file: string, work: (db: Database) => void, keepTriggers = false): void {
  const db = new SqliteDatabase(file);
  db.unsafeMode(true);
  if (!keepTriggers)
    for (const trigger of ['log_no_update', 'log_no_delete', 'log_insert_guard']) db.exec(`DROP TRIGGER ${trigger}`);
  work(db);
  db.close();
}

const kindsAt = (found: Verification): string[] =>
  found.problems.filter(({ kind }) => kind !== 'trigger-missing').map(({ seq, kind }) => `${seq ?? '-'} ${kind}`);

const rehashed = (entry: StoredEntry): StoredEntry => ({
  ...entry,
  leaf_hash: registerCrypto.leafHash(leafText(entry)),
});
const rowsOf = (db: Database): StoredEntry[] =>
  db.prepare<[], StoredEntry>('SELECT log.*, clock FROM log LEFT JOIN log_clock USING (seq) ORDER BY seq').all();
const replaceAll = (db: Database, rows: StoredEntry[]): void => {
  db.exec('DELETE FROM log; DELETE FROM log_clock');
  for (const row of rows) {
    db.prepare(
      'INSERT INTO log (seq, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload) VALUES (@seq, ' +
        '@leaf_hash, @prev_hash, @ts, @kind, @actor, @subject_ref, @payload)',
    ).run(row);
    db.prepare('INSERT INTO log_clock (seq, clock) VALUES (@seq, @clock)').run(row);
  }
};
/** A self-consistent chain over the rows, as someone without the key can make it. */
const rechained = (rows: StoredEntry[]): StoredEntry[] => {
  let previous = '0'.repeat(64);
  return rows.map((row, index) => {
    const next = rehashed({ ...row, seq: index + 1, prev_hash: previous });
    previous = next.leaf_hash;
    return next;
  });
};

describe('an edit by a SQLite client is found and pointed at', () => {
  it.each<[string, (db: Database) => void, string[]]>([
    [
      'one character of a payload',
      (db) => db.exec(`UPDATE log SET payload = replace(payload, 'example', 'exampel') WHERE seq = 4`),
      ['4 changed'],
    ],
    [
      'the payload with its fields in another order',
      (db) => db.exec(`UPDATE log SET payload = '{"to":2,"setting":"example","from":1}' WHERE seq = 4`),
      ['4 changed'],
    ],
    ['a space in a payload', (db) => db.exec(`UPDATE log SET payload = payload || ' ' WHERE seq = 4`), ['4 changed']],
    ['a time', (db) => db.exec(`UPDATE log SET ts = '2025-12-31T23:59:59.000Z' WHERE seq = 5`), ['5 changed']],
    ['an actor', (db) => db.exec(`UPDATE log SET actor = 'Bob' WHERE seq = 1`), ['1 changed']],
    ['a kind', (db) => db.exec(`UPDATE log SET kind = 'policy.changed' WHERE seq = 8`), ['8 changed']],
    ['a subject', (db) => db.exec(`UPDATE log SET subject_ref = 'x' WHERE seq = 2`), ['2 changed']],
    ['a previous-hash', (db) => db.exec(`UPDATE log SET prev_hash = '${'f'.repeat(64)}' WHERE seq = 3`), ['3 changed']],
    ['a leaf hash', (db) => db.exec(`UPDATE log SET leaf_hash = '${'f'.repeat(64)}' WHERE seq = 3`), ['3 changed']],
    ['an upper-case hash', (db) => db.exec(`UPDATE log SET leaf_hash = upper(leaf_hash) WHERE seq = 3`), ['3 changed']],
    ['a middle entry removed', (db) => db.exec('DELETE FROM log WHERE seq = 4'), ['4 missing']],
    ['the first entry removed', (db) => db.exec('DELETE FROM log WHERE seq = 1'), ['1 missing']],
    ['two entries removed apart', (db) => db.exec('DELETE FROM log WHERE seq IN (3, 6)'), ['3 missing', '6 missing']],
    [
      'the newest entry removed',
      (db) => db.exec('DELETE FROM log WHERE seq = 8'),
      ['8 removed', '8 removed', '8 removed'],
    ],
    [
      'the last three removed',
      (db) => db.exec('DELETE FROM log WHERE seq > 5'),
      ['6 removed', '6 removed', '6 removed'],
    ],
    ['all entries removed', (db) => db.exec('DELETE FROM log'), ['1 missing', '1 removed', '1 removed', '1 removed']],
    [
      'an entry put at the end',
      (db) =>
        db.exec(
          `INSERT INTO log SELECT 9, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload FROM log WHERE seq = 8`,
        ),
      ['9 changed', '9 unsigned'],
    ],
    [
      'a well-chained entry put at the end',
      (db) => {
        const last = rowsOf(db).at(-1) as StoredEntry;
        replaceAll(db, [...rowsOf(db), rehashed({ ...last, seq: 9, prev_hash: last.leaf_hash })]);
      },
      ['9 unsigned'],
    ],
    [
      'an entry put before the first',
      (db) =>
        db.exec(
          `INSERT INTO log SELECT 0, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload FROM log WHERE seq = 8`,
        ),
      ['0 inserted'],
    ],
    [
      'an entry far beyond the end',
      (db) =>
        db.exec(
          'INSERT INTO log SELECT 100, leaf_hash, prev_hash, ts, kind, actor, subject_ref, payload FROM log WHERE ' +
            'seq = 8',
        ),
      ['9 missing', '9 unsigned', '100 changed'],
    ],
    [
      'the contents of two entries swapped',
      (db) => {
        const rows = rowsOf(db);
        replaceAll(
          db,
          rows.map((row) =>
            row.seq === 3
              ? { ...(rows[4] as StoredEntry), seq: 3 }
              : row.seq === 5
                ? { ...(rows[2] as StoredEntry), seq: 5 }
                : row,
          ),
        );
      },
      ['3 changed', '5 changed'],
    ],
    [
      'an entry replaced together with its own hash',
      (db) =>
        replaceAll(
          db,
          rowsOf(db).map((row) => (row.seq === 4 ? rehashed({ ...row, payload: '{}' }) : row)),
        ),
      ['4 replaced'],
    ],
    [
      'an entry replaced together with both its hashes',
      (db) =>
        replaceAll(
          db,
          rowsOf(db).map((row) => (row.seq === 4 ? rehashed({ ...row, prev_hash: '0'.repeat(64) }) : row)),
        ),
      ['4 replaced'],
    ],
    [
      'the first entry replaced together with its own hash',
      (db) =>
        replaceAll(
          db,
          rowsOf(db).map((row) => (row.seq === 1 ? rehashed({ ...row, actor: 'Bob' }) : row)),
        ),
      ['1 replaced'],
    ],
    [
      'a middle entry removed and everything chained anew',
      (db) => replaceAll(db, rechained(rowsOf(db).filter(({ seq }) => seq !== 4))),
      ['8 removed', '8 removed', '8 removed'],
    ],
    [
      'an entry slipped in and everything chained anew',
      (db) => {
        const rows = rowsOf(db);
        replaceAll(db, rechained([...rows.slice(0, 4), rows[3] as StoredEntry, ...rows.slice(4)]));
      },
      ['9 unsigned', '- rewritten', '- rewritten', '- rewritten'],
    ],
    [
      'one entry changed and everything chained anew',
      (db) => replaceAll(db, rechained(rowsOf(db).map((row) => (row.seq === 4 ? { ...row, actor: 'Bob' } : row)))),
      ['- rewritten', '- rewritten', '- rewritten'],
    ],
    [
      'INSERT OR REPLACE',
      (db) =>
        db.exec(
          `INSERT OR REPLACE INTO log SELECT seq, leaf_hash, prev_hash, ts, kind, 'Bob', subject_ref, payload FROM ` +
            'log WHERE seq = 4',
        ),
      ['4 changed'],
    ],
    [
      'an upsert',
      (db) => db.exec(`INSERT INTO log SELECT * FROM log WHERE seq = 4 ON CONFLICT (seq) DO UPDATE SET actor = 'Bob'`),
      ['4 changed'],
    ],
    [
      'text that became bytes',
      (db) => {
        db.pragma('writable_schema = ON');
        db.exec(`UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'log'`);
        db.pragma('writable_schema = RESET');
        db.exec('UPDATE log SET payload = CAST(payload AS BLOB) WHERE seq = 4');
      },
      ['4 changed', '- schema-changed'],
    ],
    [
      'the clock of an entry',
      (db) => db.exec(`UPDATE log_clock SET clock = '2036-01-01T00:00:00.000Z' WHERE seq = 5`),
      ['5 changed'],
    ],
    ['the clock of an entry taken away', (db) => db.exec('DELETE FROM log_clock WHERE seq = 5'), ['5 changed']],
    ['all clocks taken away', (db) => db.exec('DROP TABLE log_clock'), ['- file-damaged']],
    ['a further column', (db) => db.exec(`ALTER TABLE log ADD COLUMN note TEXT`), ['- schema-changed']],
    ['a renamed column', (db) => db.exec('ALTER TABLE log RENAME COLUMN actor TO who'), ['- file-damaged']],
    [
      'a trigger of their own',
      (db) => db.exec(`CREATE TRIGGER mine AFTER INSERT ON log BEGIN SELECT 1; END`),
      ['- schema-changed'],
    ],
    ['the table dropped', (db) => db.exec('DROP TABLE log'), ['- file-damaged']],
    [
      'a view in place of the table',
      (db) => db.exec('ALTER TABLE log RENAME TO log2; CREATE VIEW log AS SELECT * FROM log2'),
      ['- schema-changed'],
    ],
    ['the signed checkpoint removed', (db) => db.exec('DELETE FROM checkpoint'), ['- head-missing']],
    [
      'the signed checkpoint edited',
      (db) =>
        db.exec(`UPDATE checkpoint SET note = replace(note, char(10) || '8' || char(10), char(10) || '7' || char(10))`),
      ['- head-invalid'],
    ],
  ])('%s', async (_, work, expected) => {
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
