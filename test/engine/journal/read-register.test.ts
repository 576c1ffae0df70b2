import SqliteDatabase from 'better-sqlite3';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getEntry, listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { startChild } from '../workspace/children/start-child.ts';
import { appendSome, makeWorkspace, placeOnDisk, scratch } from '../workspace/support.ts';

/** Name, size, time and hash of every file of a folder. */
const stateOf = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name)).isFile())
    .map(
      (name) =>
        `${name} ${statSync(join(directory, name)).mtimeMs} ${createHash('sha256')
          .update(readFileSync(join(directory, name)))
          .digest('hex')}`,
    )
    .toSorted();

const readEverything = (directory: string, profileDirectory: string) => {
  listEntries(directory, { text: 'example' });
  getEntry(directory, 1);
  return verifyRegister(directory, { profileDirectory });
};

describe('reading a register', () => {
  it('changes nothing in the folder', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    appendSome(workspace, 3);
    await workspace.close();
    const before = stateOf(directory);
    expect(readEverything(directory, env.profileDirectory).ok).toBe(true);
    expect(stateOf(directory)).toEqual(before);
  });

  it('works while a writer has it open', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    appendSome(workspace, 3);
    expect(readEverything(directory, env.profileDirectory)).toMatchObject({ ok: true, entries: 5 });
  });

  it('reads past a journal that a killed writer left, without playing it back in the folder', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    appendSome(workspace, 3);
    await workspace.close();
    const killed = scratch();
    cpSync(directory, killed, { recursive: true });
    const db = new SqliteDatabase(join(directory, 'register.sqlite'));
    db.pragma('cache_size = 1');
    db.exec(
      `BEGIN; INSERT INTO setting SELECT 'name' || value, hex(randomblob(2000)) FROM (WITH RECURSIVE n(value) AS ` +
        '(SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 200) SELECT value FROM n)',
    );
    for (const name of ['register.sqlite', 'register.sqlite-journal'])
      copyFileSync(join(directory, name), join(killed, name));
    db.exec('ROLLBACK');
    db.close();
    expect(readFileSync(join(killed, 'register.sqlite')).length).toBeGreaterThan(
      readFileSync(join(directory, 'register.sqlite')).length,
    );
    const before = stateOf(killed);
    expect(readEverything(killed, env.profileDirectory)).toMatchObject({ ok: true, entries: 5 });
    expect(stateOf(killed)).toEqual(before);
  });

  it('makes no files beside a register that another program switched to WAL', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    appendSome(workspace, 3);
    await workspace.close();
    const db = new SqliteDatabase(join(directory, 'register.sqlite'));
    db.pragma('journal_mode = WAL');
    db.close();
    const before = stateOf(directory);
    expect(readEverything(directory, env.profileDirectory)).toMatchObject({ ok: true, entries: 5 });
    expect(stateOf(directory)).toEqual(before);
    expect(existsSync(join(directory, 'register.sqlite-shm'))).toBe(false);
  });

  it('finds by kind and text, pages newest first, and takes signs literally', async () => {
    const { workspace, directory } = await makeWorkspace();
    appendSome(workspace, 5);
    workspace.register.append(
      {
        kind: 'recipe.saved',
        subjectRef: 'd1',
        payload: { datasetId: 'd1', sha256: 'a'.repeat(64), purpose: '100%_sure', release: 'anonymised', steps: 2 },
      },
      'Bob',
    );
    expect(listEntries(directory).total).toBe(8);
    expect(listEntries(directory, { kind: 'setting.changed', offset: 1, limit: 2 })).toMatchObject({
      total: 5,
      entries: [{ seq: 6 }, { seq: 5 }],
      kinds: ['key.created', 'recipe.saved', 'setting.changed', 'workspace.created'],
    });
    expect(listEntries(directory, { text: '100%_s' }).entries.map(({ seq }) => seq)).toEqual([8]);
    expect(listEntries(directory, { text: '100%%' }).total).toBe(0);
    expect(listEntries(directory, { text: 'bob' }).total).toBe(1);
    expect(listEntries(directory, { text: `' OR 1=1 --` }).total).toBe(0);
  });

  it('says so where there is no workspace', () => {
    const root = scratch();
    expect(() => listEntries(join(root, 'None.custos'))).toThrow(expect.objectContaining({ code: 'WORKSPACE_NONE' }));
    expect(() => verifyRegister(join(root, 'None.custos'), { profileDirectory: root })).toThrow(
      /There is no workspace None.custos/,
    );
    mkdirSync(join(root, 'Empty.custos'));
    expect(() => verifyRegister(join(root, 'Empty.custos'), { profileDirectory: root })).toThrow(
      /is no Custos workspace/,
    );
    writeFileSync(join(root, 'File.custos'), 'x');
    expect(() => verifyRegister(join(root, 'File.custos'), { profileDirectory: root })).toThrow(
      /is a file; a workspace is a folder/,
    );
  });
});

describe('verifying beside somebody who writes', () => {
  it('never takes half of what a writer does for damage', async () => {
    const place = await makeWorkspace(placeOnDisk());
    await place.workspace.close();
    const child = startChild('append-forever.ts', place);
    await child.said(1);
    const found = Array.from({ length: 100 }, () => verifyRegister(place.directory, place.env));
    const alive = child.process.exitCode === null;
    child.process.kill('SIGKILL');
    await child.ended;
    expect(alive).toBe(true);
    expect(found.filter(({ ok }) => !ok)).toEqual([]);
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(found.map(({ entries }) => entries)).size).toBeGreaterThan(5);
  });
});
