import SqliteDatabase from 'better-sqlite3';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examineAhead, examineOpened } from '#engine/journal/examine-ahead.ts';
import { outsideRegister } from '#engine/journal/examine-journal.ts';
import { readIdentity } from '#engine/workspace-folder/read-identity.ts';
import { appendSome, makeWorkspace } from '../workspace/support.ts';

/** A closed workspace that was examined before its passphrase is known, and what its opening then finds. */
async function examined() {
  const { workspace, directory, env } = await makeWorkspace();
  appendSome(workspace, 3);
  await workspace.close();
  const identity = readIdentity(directory);
  if (typeof identity === 'string') throw new Error(identity);
  const ahead = examineAhead(directory, env.profileDirectory, identity);
  return {
    directory,
    env,
    ahead,
    opened() {
      const db = new SqliteDatabase(join(directory, 'register.sqlite'));
      try {
        return examineOpened(db, outsideRegister(directory, env.profileDirectory, identity), ahead);
      } finally {
        db.close();
      }
    },
  };
}

const edited = (directory: string, text: string): void => {
  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  db.exec(text);
  db.close();
};

describe('a register that is examined while the passphrase becomes a key', () => {
  it('is not examined twice where every byte is what it was', async () => {
    const { ahead, opened } = await examined();
    expect(ahead?.found).toMatchObject({ sound: true, verification: { ok: true, entries: 5 } });
    expect(opened()).toBe(ahead?.found);
  });

  it.each([
    ['a changed entry', `DROP TRIGGER log_no_update; UPDATE log SET actor = 'Bob' WHERE seq = 3`, '3 changed'],
    ['a removed end', 'DROP TRIGGER log_no_delete; DELETE FROM log WHERE seq > 3', '4 removed'],
    ['another head', `UPDATE checkpoint SET note = replace(note, char(10) || '5' || char(10), '')`, '- head-invalid'],
    ['a guard that was taken away', 'DROP TRIGGER log_no_update', '- trigger-missing'],
  ])('is examined anew where it is another by then: %s', async (_what, edit, finding) => {
    const { directory, opened } = await examined();
    edited(directory, edit);
    const found = opened().verification.problems.map(({ seq, kind }) => `${seq ?? '-'} ${kind}`);
    expect(found).toContain(finding);
  });

  it('is examined anew where what is kept outside it is another by then', async () => {
    const { directory, env, opened } = await examined();
    rmSync(join(directory, 'head.json'));
    expect(opened().heads[0]).toMatchObject({ state: 'missing' });
    rmSync(env.profileDirectory, { recursive: true });
    expect(opened().kept.map(({ where }) => where)).toEqual(['folder']);
  });

  it('is examined anew where a log of another kind lies beside the file, which alone is what it was', async () => {
    const { directory, ahead, opened } = await examined();
    writeFileSync(join(directory, 'register.sqlite-wal'), '');
    const found = opened();
    expect(found).not.toBe(ahead?.found);
    expect(found).toMatchObject({ sound: true, verification: { ok: true, entries: 5 } });
  });

  it('is examined anew where one byte is another that no entry speaks of', async () => {
    const { directory, ahead, opened } = await examined();
    edited(directory, `UPDATE setting SET value = 'Acme Inc' WHERE name = 'organisation'`);
    expect(opened()).not.toBe(ahead?.found);
  });

  it('says nothing where it cannot be read, so that whoever opens it is told why', async () => {
    const { directory, env } = await examined();
    writeFileSync(join(directory, 'register.sqlite'), 'no database');
    const identity = readIdentity(directory);
    expect(
      typeof identity === 'string' ? identity : examineAhead(directory, env.profileDirectory, identity),
    ).toBeNull();
  });
});
