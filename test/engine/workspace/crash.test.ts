import SqliteDatabase from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { makeWorkDirectory, wipeDeadWorkDirectories } from '#engine/workspace/work-directory.ts';
import { startChild } from './children/start-child.ts';
import { makeWorkspace, passphrase, placeOnDisk, testPlace } from './support.ts';

describe('a crash', () => {
  it('kill -9 during appends, ten times: nothing acknowledged is lost, the register verifies each time', async () => {
    const { workspace, ...place } = await makeWorkspace(placeOnDisk());
    await workspace.close();
    let acknowledged = 2;
    for (let round = 1; round <= 10; round += 1) {
      const child = startChild('append-forever.ts', place);
      await child.said(1 + ((round * 7) % 23));
      child.process.kill('SIGKILL');
      await child.ended;
      const last = Number(child.lines().at(-1));
      expect(last).toBeGreaterThan(acknowledged);
      acknowledged = last;
      const found = verifyRegister(place.directory, place.env);
      expect(found).toMatchObject({ ok: true, problems: [] });
      // One entry may have been written without having been acknowledged.
      expect([acknowledged, acknowledged + 1]).toContain(found.entries);
      acknowledged = found.entries;
    }
    const again = await openWorkspace(place.directory, { passphrase }, place.env);
    expect(again.summary().readOnly).toBe(false);
    expect(again.notices).toEqual([]);
    await again.close();
    const db = new SqliteDatabase(join(place.directory, 'register.sqlite'), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    expect(listEntries(place.directory, { kind: 'setting.changed' }).total).toBe(acknowledged - 2);
  });
});

describe('a second process', () => {
  it('gets a sentence while the first lives; its working directory is left alone, and wiped once it is dead', async () => {
    const { workspace, ...place } = await makeWorkspace(placeOnDisk());
    await workspace.close();
    const child = startChild('hold-open.ts', place);
    const [workDirectory = ''] = await child.said(1);
    await expect(openWorkspace(place.directory, { passphrase }, place.env)).rejects.toMatchObject({
      code: 'WORKSPACE_LOCKED',
      message: expect.stringMatching(
        new RegExp(`^Acme.custos is open in another Custos \\(process ${child.process.pid}, since .*Close it there`),
      ),
    });
    expect(wipeDeadWorkDirectories(place.env.workRoot)).toBe(0);
    expect(existsSync(join(workDirectory, 'clear.txt'))).toBe(true);
    // Reading the register needs no lock.
    expect(verifyRegister(place.directory, place.env).ok).toBe(true);

    child.process.kill('SIGKILL');
    await child.ended;
    expect(existsSync(join(workDirectory, 'clear.txt'))).toBe(true);
    const again = await openWorkspace(place.directory, { passphrase }, place.env);
    expect(existsSync(workDirectory)).toBe(false);
    expect(again.summary().readOnly).toBe(false);
    await again.close();
  });

  it('a process that ends by itself leaves nothing behind and frees the workspace', async () => {
    const { workspace, ...place } = await makeWorkspace(placeOnDisk());
    await workspace.close();
    const child = startChild('hold-open.ts', place);
    await child.said(1);
    child.process.stdin?.end();
    await child.ended;
    expect(readdirSync(place.env.workRoot)).toEqual([]);
    await (await openWorkspace(place.directory, { passphrase }, place.env)).close();
  });

  it('within one process a workspace opens once, too', async () => {
    const { directory, env, workspace } = await makeWorkspace(placeOnDisk());
    await expect(openWorkspace(directory, { passphrase }, env)).rejects.toMatchObject({ code: 'WORKSPACE_LOCKED' });
    await workspace.close();
    await (await openWorkspace(directory, { passphrase }, env)).close();
  });
});

describe('working directories', () => {
  it('are private, and only those of dead processes are wiped', () => {
    const { env } = testPlace();
    const own = makeWorkDirectory(env.workRoot, env.random);
    expect(statSync(own).mode & 0o777).toBe(0o700);
    expect(statSync(env.workRoot).mode & 0o777).toBe(0o700);
    const name = basename(own);
    const parts = name.split('.');
    const [host, space, boot, start] = (parts[2] as string).split('-') as [string, string, string, string];
    const called = (pid: number | string, token: string): string => ['work', pid, token, '0123456789abcdef'].join('.');
    const make = (folder: string): string => {
      mkdirSync(join(env.workRoot, folder));
      writeFileSync(join(env.workRoot, folder, 'file'), 'x');
      return folder;
    };
    // The id of this process was once another's: it started at another time.
    const reused = make(called(process.pid, [host, space, boot, `${Number(start) + 1}`].join('-')));
    const beforeReboot = make(called(process.pid, [host, space, 'ffffffff', start].join('-')));
    // No process has this id here; whether it has one there cannot be known.
    const nobody = 2 ** 22 + 1;
    const otherMachine = make(called(nobody, ['ffffffff', space, 'ffffffff', start].join('-')));
    // What runs now has one boot id, whatever the machine was called when the process was started.
    const renamed = make(called(nobody, ['ffffffff', space, boot, start].join('-')));
    const renamedAlive = make(called(process.pid, ['ffffffff', space, boot, start].join('-')));
    const otherContainer = make(called(nobody, [host, '1', boot, start].join('-')));
    const dead = make(called(nobody, [host, space, boot, start].join('-')));
    const notOurs = make('something-else');
    // Elsewhere than on Linux there is no boot id, and another name is another machine's.
    const gone = /^\d+$/.test(start) ? [reused, beforeReboot, dead, renamed] : [beforeReboot, dead];
    expect(wipeDeadWorkDirectories(env.workRoot)).toBe(gone.length);
    expect(readdirSync(env.workRoot).toSorted()).toEqual(
      [
        name,
        otherMachine,
        otherContainer,
        renamedAlive,
        notOurs,
        ...(gone.includes(reused) ? [] : [reused, renamed]),
      ].toSorted(),
    );
  });
});
