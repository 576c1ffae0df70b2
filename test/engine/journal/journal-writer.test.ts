import { describe, expect, it } from 'vitest';
import { openCatalog, type Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { createRegisterWriter, type RegisterWriter } from '#engine/journal/journal-writer.ts';
import { logOrigin, readNote } from '#shared/journal/checkpoint.ts';
import { entryKinds, type NewEntry } from '#shared/journal/entry-kinds/index.ts';
import { rootOf, emptyTree } from '#shared/journal/merkle.ts';
import { appendSome, makeWorkspace, scratch } from '../workspace/support.ts';

const signer = signerOf(new Uint8Array(32).fill(3));
const workspaceId = '0a1b2c3d-0000-4000-8000-000000000000';
const entry = (to: string): NewEntry => ({
  kind: 'setting.changed',
  subjectRef: 's',
  payload: { setting: 'x', from: null, to },
});

function emptyRegister(): { db: Database; writer: RegisterWriter; heads: string[] } {
  const { db } = openCatalog(scratch(), 'Acme.custos', new Date(0), true);
  const heads: string[] = [];
  return {
    db,
    heads,
    writer: createRegisterWriter({
      db,
      workspaceName: 'Acme.custos',
      workspaceId,
      signer,
      clock: () => new Date('2026-01-05T09:00:00Z'),
      actor: () => 'Ada',
      tree: emptyTree,
      onHead: (note) => heads.push(note),
    }),
  };
}

describe('the register', () => {
  it('signs a checkpoint over the RFC 6962 root with every transaction', () => {
    const { db, writer, heads } = emptyRegister();
    writer.append(entry('1'));
    writer.appendMany([entry('2'), entry('3')]);
    const leaves = [...logRepository(db).rows()].map(({ leaf_hash }) => leaf_hash as string);
    expect(heads.map((note) => readNote(note, signer.publicKey, registerCrypto))).toMatchObject(
      [1, 3].map((size) => ({
        checkpoint: {
          origin: logOrigin(workspaceId),
          size,
          root: rootOf(leaves.slice(0, size), registerCrypto),
          at: '2026-01-05T09:00:00.000Z',
        },
      })),
    );
    expect(writer.checkpoint()).toBe(heads[1]);
    db.close();
  });

  it('writes catalogue rows and entries together, or neither; a nested failure takes only its own part back', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    expect(() =>
      workspace.transaction(() => {
        workspace.catalog.settings.set('half', 'yes');
        appendSome(workspace, 2);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(workspace.catalog.settings.get('half')).toBeNull();
    const seqs = workspace.transaction(() => {
      const first = workspace.register.append(entry('first')).seq;
      expect(() =>
        workspace.transaction(() => {
          workspace.register.append(entry('inner'));
          throw new Error('inner');
        }),
      ).toThrow('inner');
      return [first, workspace.register.append(entry('second')).seq];
    });
    expect(seqs).toEqual([3, 4]);
    expect(verifyRegister(directory, env)).toMatchObject({ ok: true, entries: 4, checkpoint: { size: 4 } });
    expect(() => workspace.transaction(async () => {})).toThrow(/promise/);
    appendSome(workspace, 1);
    expect(verifyRegister(directory, env)).toMatchObject({ ok: true, entries: 5 });
  });

  it('a full disk fails the entry with its sentence, loses nothing, and goes on when there is room', () => {
    const { db, writer, heads } = emptyRegister();
    writer.append(entry('1'));
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    const large: NewEntry[] = Array.from({ length: 20 }, () => entry('x'.repeat(2000)));
    expect(() => writer.appendMany(large)).toThrow(
      expect.objectContaining({ code: 'DISK_FULL', message: expect.stringContaining('The disk is full') }),
    );
    expect(heads).toHaveLength(1);
    expect(logRepository(db).newest()?.seq).toBe(1);
    db.pragma('max_page_count = 100000');
    expect(writer.appendMany(large).at(-1)?.seq).toBe(21);
    db.close();
  });

  it('never goes back in time: a clock that was set back is told, once, and the order of times stays', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    env.now = new Date('2026-06-01T12:00:00Z');
    appendSome(workspace, 1);
    env.now = new Date('2026-03-01T12:00:00Z');
    appendSome(workspace, 2);
    await workspace.close();
    const { entries } = listEntries(directory);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'setting.changed',
      'setting.changed',
      'clock.set-back',
      'setting.changed',
      'key.created',
      'workspace.created',
    ]);
    expect(new Set(entries.slice(0, 4).map(({ ts }) => ts))).toEqual(new Set(['2026-06-01T12:00:01.000Z']));
    expect(entries[2]?.payload).toEqual({ clock: '2026-03-01T12:00:01.000Z', newest: '2026-06-01T12:00:01.000Z' });
    // Each entry keeps what the clock said beside it; older ones have been let be.
    expect(entries.slice(0, 4).map(({ clock }) => clock)).toEqual([
      '2026-03-01T12:00:02.000Z',
      '2026-03-01T12:00:01.000Z',
      '2026-03-01T12:00:01.000Z',
      '2026-06-01T12:00:01.000Z',
    ]);
    expect(verifyRegister(directory, env)).toMatchObject({
      ok: true,
      problems: [
        {
          seq: 4,
          kind: 'clock-behind',
          detail: expect.stringContaining(
            'it said 2026-03-01T12:00:01.000Z, while the register had reached 2026-06-01T12:00:01.000Z. 3 entries',
          ),
        },
      ],
    });
  });

  it('names the operator of the moment, or who is given', async () => {
    const { workspace, directory } = await makeWorkspace();
    workspace.setOperator('Grace Analyst');
    expect(workspace.setOperator('Grace Analyst').operator).toBe('Grace Analyst');
    workspace.setPolicy('gdpr-strict', 'the regulator asked');
    workspace.register.append(entry('x'), 'Scheduled run');
    expect(listEntries(directory).entries.map(({ kind, actor }) => `${kind} by ${actor}`)).toEqual([
      'setting.changed by Scheduled run',
      'policy.changed by Grace Analyst',
      'operator.changed by Grace Analyst',
      'key.created by Ada Officer',
      'workspace.created by Ada Officer',
    ]);
    expect(workspace.summary()).toMatchObject({ operator: 'Grace Analyst', policy: 'gdpr-strict' });
    expect(() => workspace.setOperator(' ')).toThrow(expect.objectContaining({ code: 'OPERATOR_MISSING' }));
  });
});

describe('a register entry', () => {
  it.each<[string, object]>([
    ['an unknown kind', { kind: 'made.up', payload: {} }],
    [
      'a field that its kind does not have',
      { kind: 'dataset.deleted', payload: { datasetId: 'd', reason: '', sample: 'ada@example.org' } },
    ],
    ['a field missing', { kind: 'dataset.deleted', payload: { datasetId: 'd' } }],
    ['a fraction', { kind: 'setting.changed', payload: { setting: 'x', from: 0.5, to: 1 } }],
    ['a hash that is none', { kind: 'dictionary.exported', payload: { datasetId: 'd', fileName: 'f', sha256: 'abc' } }],
    ['a broken Unicode text', { kind: 'dataset.deleted', payload: { datasetId: 'd', reason: '\ud800' } }],
  ])('with %s is refused, without repeating what was in it', (_, given) => {
    const { db, writer } = emptyRegister();
    let message = '';
    try {
      writer.append({ subjectRef: 's', ...given } as NewEntry);
    } catch (error) {
      message = (error as Error).message;
      expect(error).toMatchObject({ code: 'INTERNAL' });
    }
    expect(message).toMatch(/register/i);
    expect(message).not.toContain('ada@example.org');
    expect(logRepository(db).newest()).toBeUndefined();
    db.close();
  });

  it('has one spelling, whatever the order its fields were given in', () => {
    const [first, second] = [emptyRegister(), emptyRegister()];
    const a = first.writer.append({
      kind: 'policy.changed',
      subjectRef: 'w',
      payload: { from: 'customer-tracking', to: 'gdpr-strict', reason: 'r' },
    });
    const b = second.writer.append({
      kind: 'policy.changed',
      subjectRef: 'w',
      payload: { reason: 'r', to: 'gdpr-strict', from: 'customer-tracking' },
    });
    expect(a).toEqual(b);
    first.db.close();
    second.db.close();
  });

  it('is strict in every kind', () => {
    for (const [kind, schema] of Object.entries(entryKinds)) {
      expect(kind).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
      const found = schema.safeParse({ surelyNotAField: 1 });
      expect(
        found.error?.issues.some(({ code }) => code === 'unrecognized_keys'),
        kind,
      ).toBe(true);
    }
  });
});
