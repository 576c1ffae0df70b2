import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { createWorkspace, openWorkspace } from '#engine/workspace/open-workspace.ts';
import { appendSome, makeWorkspace, newWorkspace, passphrase, recipe, testPlace } from './support.ts';

describe('making a workspace', () => {
  it.each<[string, string, object, string]>([
    ['without its ending', 'Acme', {}, 'WRONG_USAGE'],
    ['in a folder that is not there', 'missing/Acme.custos', {}, 'WORKSPACE_NONE'],
    ['where something is already', 'There.custos', {}, 'WORKSPACE_EXISTS'],
    ['without a passphrase', 'Acme.custos', { passphrase: '' }, 'PASSPHRASE_MISSING'],
  ])('%s is refused and leaves nothing', async (_, name, options, code) => {
    const { root, env } = testPlace();
    mkdirSync(join(root, 'There.custos'));
    await expect(createWorkspace(join(root, name), { ...newWorkspace, ...options }, env)).rejects.toMatchObject({
      code,
    });
    expect(readdirSync(root).filter((found) => found !== 'work')).toEqual(['There.custos']);
  });

  it('lays out the folder that was promised', async () => {
    const { workspace, directory } = await makeWorkspace();
    await workspace.close();
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

describe('a temporary workspace', () => {
  it('lives in the private directory, is remembered nowhere, and is gone on close', async () => {
    const { workspace, directory, env, root } = await makeWorkspace(testPlace(), {
      temporary: true,
      passphrase: undefined,
      operator: '',
    });
    expect(workspace.summary()).toMatchObject({ name: 'Acme', temporary: true, operator: '' });
    expect(workspace.directory.startsWith(env.workRoot)).toBe(true);
    appendSome(workspace, 1);
    expect(verifyRegister(workspace.directory, env)).toMatchObject({ ok: true, entries: 3 });
    await workspace.close();
    await workspace.close();
    expect(readdirSync(env.workRoot)).toEqual([]);
    expect(existsSync(directory)).toBe(false);
    expect(readdirSync(root)).toEqual(['work']);
  });

  it('becomes lasting: same keys, data and register, under its own passphrase, while the work goes on', async () => {
    const { workspace, directory, env } = await makeWorkspace(testPlace(), {
      temporary: true,
      passphrase: undefined,
      operator: 'ada',
    });
    const pseudonyms = Buffer.from(workspace.keys.pseudonymKey('P1'));
    const open = join(workspace.workDirectory, 'd1');
    writeFileSync(open, 'rows');
    await workspace.seal('d1', open);
    appendSome(workspace, 2);
    workspace.catalog.recipes.save('d1', recipe);
    const lasting = { organisation: 'Acme Ltd', operator: 'Ada Officer', passphrase };
    for (const [change, code] of [
      [{ passphrase: '' }, 'PASSPHRASE_MISSING'],
      [{ operator: '' }, 'OPERATOR_MISSING'],
    ] as const)
      await expect(workspace.saveAs(directory, { ...lasting, ...change })).rejects.toMatchObject({ code });
    await expect(workspace.saveAs(join(directory, 'missing', 'X.custos'), lasting)).rejects.toMatchObject({
      code: 'WORKSPACE_NONE',
    });
    expect(workspace.summary().temporary).toBe(true);

    const { recoveryKey } = await workspace.saveAs(directory, lasting);
    expect(workspace.directory).toBe(directory);
    expect(workspace.summary()).toMatchObject({
      temporary: false,
      operator: 'Ada Officer',
      organisation: 'Acme Ltd',
      name: 'Acme',
    });
    expect(readFileSync(open, 'utf8')).toBe('rows');
    expect(workspace.catalog.recipes.get('d1')).toEqual(recipe);
    workspace.catalog.recipes.save('d1', { ...recipe, steps: [] });
    appendSome(workspace, 1);
    await expect(workspace.saveAs(`${directory}2.custos`, lasting)).rejects.toMatchObject({ code: 'WRONG_USAGE' });
    await expect(openWorkspace(directory, { passphrase }, env)).rejects.toMatchObject({ code: 'WORKSPACE_LOCKED' });
    await workspace.close();

    expect(readdirSync(env.workRoot)).toEqual([]);
    expect(verifyRegister(directory, env)).toMatchObject({ ok: true, entries: 9, problems: [] });
    expect(listEntries(directory).entries.map(({ kind }) => kind)).toEqual([
      'setting.changed',
      'key.recovery-renewed',
      'key.passphrase-changed',
      'workspace.saved',
      'operator.changed',
      'setting.changed',
      'setting.changed',
      'key.created',
      'workspace.created',
    ]);
    expect(readdirSync(join(env.profileDirectory, 'heads'))).toEqual([`${workspace.id}.json`]);
    for (const secret of [{ passphrase }, { recoveryKey }]) {
      const again = await openWorkspace(directory, secret, env);
      expect(Buffer.from(again.keys.pseudonymKey('P1')).equals(pseudonyms)).toBe(true);
      expect(readFileSync(await again.unseal('d1'), 'utf8')).toBe('rows');
      expect(again.catalog.recipes.get('d1')?.steps).toEqual([]);
      await again.close();
    }
  });
});

describe('deleting a workspace', () => {
  it('removes its folder and its working directory, and nothing beside them', async () => {
    const { workspace, directory, env, root } = await makeWorkspace();
    writeFileSync(join(root, 'Neighbour.txt'), 'x');
    await workspace.destroy();
    expect(existsSync(directory)).toBe(false);
    expect(readdirSync(env.workRoot)).toEqual([]);
    expect(existsSync(join(root, 'Neighbour.txt'))).toBe(true);
  });
});
