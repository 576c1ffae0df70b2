import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getEntry, listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { appendSome, makeWorkspace, passphrase } from './support.ts';

describe('a workspace', () => {
  it('is made, written, closed, opened and verified', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    expect(workspace.summary()).toMatchObject({
      name: 'Acme',
      organisation: 'Acme Ltd',
      operator: 'Ada Officer',
      policy: 'customer-tracking',
      temporary: false,
      readOnly: false,
    });
    appendSome(workspace, 2);
    await workspace.close();
    expect(verifyRegister(directory, env)).toMatchObject({
      ok: true,
      entries: 4,
      checkpoint: { size: 4 },
      problems: [],
    });
    const again = await openWorkspace(directory, { passphrase }, env);
    expect(again.notices).toEqual([]);
    expect(
      again.register.append({
        kind: 'setting.changed',
        subjectRef: again.id,
        payload: { setting: 'x', from: null, to: true },
      }).seq,
    ).toBe(5);
    await again.close();
    expect(verifyRegister(directory, env)).toMatchObject({ ok: true, entries: 5, problems: [] });
    const list = listEntries(directory, { limit: 2 });
    expect(list.total).toBe(5);
    expect(list.kinds).toEqual(['key.created', 'setting.changed', 'workspace.created']);
    expect(list.entries.map(({ seq }) => seq)).toEqual([5, 4]);
    expect(getEntry(directory, 1)).toMatchObject({
      kind: 'workspace.created',
      actor: 'Ada Officer',
      payload: { organisation: 'Acme Ltd', temporary: false },
    });
    expect(() => getEntry(directory, 9)).toThrow(/no entry 9; its newest is 5/);
    expect(readdirSync(env.workRoot)).toEqual([]);
    expect(existsSync(directory)).toBe(true);
  });
});
