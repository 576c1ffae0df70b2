import SqliteDatabase from 'better-sqlite3';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { makeWorkspace, passphrase, testPlace } from './support.ts';

const schema = z.object({ who: z.string(), what: z.string() });
const record = { who: 'Maria Musterfrau', what: 'asks for a copy' };

const holds = (directory: string, word: string): boolean =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .some((path) => {
      const bytes = readFileSync(path);
      return [word, Buffer.from(word).toString('base64').slice(0, 12)].some((form) => bytes.includes(form));
    });

describe('sealed records', () => {
  it('come back as they were, in another session too, and none of their words lies in the folder', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    workspace.transaction(() => workspace.cases('request', schema).save('r1', record));
    expect(workspace.cases('request', schema).get('r1')).toEqual(record);
    expect(workspace.cases('breach', schema).get('r1')).toBeNull();
    expect(holds(directory, 'Musterfrau')).toBe(false);
    await workspace.close();

    const again = await openWorkspace(directory, { passphrase }, env);
    expect(again.cases('request', schema).list()).toEqual({ records: [{ id: 'r1', record }], unreadable: [] });
    again.transaction(() => again.cases('request', schema).delete('r1'));
    expect(again.cases('request', schema).list().records).toEqual([]);
    await again.close();
  });

  it('are sealed anew each time, and one cannot stand in for another', async () => {
    const { workspace, directory } = await makeWorkspace(testPlace());
    const cases = workspace.cases('request', schema);
    workspace.transaction(() => {
      cases.save('r1', record);
      cases.save('r2', { ...record, who: 'Ada' });
    });
    const bodies = (): Record<string, string> => {
      const db = new SqliteDatabase(join(directory, 'register.sqlite'), { readonly: true });
      const rows = db.prepare('SELECT id, body FROM case_record').all() as { id: string; body: string }[];
      db.close();
      return Object.fromEntries(rows.map(({ id, body }) => [id, body]));
    };
    const before = bodies();
    workspace.transaction(() => cases.save('r1', record));
    expect(bodies().r1).not.toBe(before.r1);

    workspace.transaction(() =>
      workspace.catalog.cases.put({ kind: 'request', id: 'r1', body: before.r2 ?? '', body_version: 1 }),
    );
    expect(() => cases.get('r1')).toThrow(/damaged or was swapped/);
    expect(cases.list()).toEqual({ records: [{ id: 'r2', record: { ...record, who: 'Ada' } }], unreadable: ['r1'] });
  });
});
