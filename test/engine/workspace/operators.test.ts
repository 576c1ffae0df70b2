import SqliteDatabase, { type Database } from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeys, openSigningSeed, parseKeyFile, sealOperator, withOperators } from '#engine/keys/key-file.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { exportHead, exportLog } from '#engine/journal/heads.ts';
import { listEntries, listOperators, verifyInFull, verifyRegister } from '#engine/journal/read-journal.ts';
import { approvalBy } from '#engine/use-cases/operators/approval-by.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import type { NewOperator } from '#engine/workspace/workspace-operators.ts';
import type { OperatorRole } from '#shared/domain/operator.ts';
import { signedText } from '#shared/journal/operators.ts';
import { verifyFiles } from '#resources/verifier/verify.mjs';
import { signatureWays } from '../journal/signature-ways.ts';
import { forge } from './forge-entry.ts';
import { appendSome, makeWorkspace, passphrase, type TestPlace } from './support.ts';

const boPassphrase = 'four other unrelated words';
const bo: NewOperator = {
  name: 'Bo Approver',
  role: 'approver',
  passphrase: boPassphrase,
  own: passphrase,
};
const ada = 'Ada Officer';

/** A workspace of two operators, open with Ada, who was there first: entries 5 and 6 register her and Bo. */
async function ofTwo(role: OperatorRole = 'approver') {
  const { workspace, recoveryKey, ...place } = await makeWorkspace();
  appendSome(workspace, 2);
  await workspace.operators.add(bo);
  if (role !== 'approver') workspace.operators.setRole(ada, role, 'Bo approves');
  return { ...place, recoveryKey, workspace };
}

const openAs = ({ directory, env }: TestPlace, operator: string, secret: string) =>
  openWorkspace(directory, { passphrase: secret, operator }, env);
const verify = ({ directory, env }: TestPlace) => verifyRegister(directory, env);
const problems = (place: TestPlace): string[] => verify(place).problems.map(({ seq, kind }) => `${seq ?? '-'} ${kind}`);
/** What the stand-alone verifier finds in the log as it is handed out. */
async function alone({ directory }: TestPlace): Promise<string[]> {
  const files = new Map([
    ['audit.jsonl', Buffer.from(exportLog(directory))],
    ['checkpoint.txt', Buffer.from(exportHead(directory).note)],
  ]);
  const judged = await verifyFiles(files, exportHead(directory).keys[0]);
  return judged.problems.map(({ seq, kind }) => `${seq ?? '-'} ${kind}`);
}
const keysOf = (directory: string) => parseKeyFile(readFileSync(join(directory, 'keys.json'), 'utf8'), 'Acme');
const signaturesOf = (directory: string): { seq: number; public_key: string; signature: string }[] => {
  const db = new SqliteDatabase(join(directory, 'register.sqlite'), { readonly: true });
  try {
    return db
      .prepare<[], { seq: number; public_key: string; signature: string }>('SELECT * FROM log_signature ORDER BY seq')
      .all();
  } finally {
    db.close();
  }
};
/** What any SQLite client may do beside the log. */
function edit(directory: string, work: (db: Database) => void): void {
  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  work(db);
  db.close();
}

describe('a second operator', () => {
  it('gives both a key of their own, with which each entry from then on is signed', async () => {
    const { workspace, ...place } = await ofTwo();
    appendSome(workspace, 1);
    expect(workspace.summary()).toMatchObject({ operator: ada, role: 'approver', operators: 2 });
    await workspace.close();
    const again = await openAs(place, 'Bo Approver', boPassphrase);
    expect(again.summary()).toMatchObject({ operator: 'Bo Approver', role: 'approver', readOnly: false });
    again.setPolicy('gdpr-strict', 'the regulator asked');
    await again.close();

    expect(verify(place)).toMatchObject({ ok: true, problems: [] });
    const [first, second] = listOperators(place.directory);
    expect([first?.name, second?.name]).toEqual([ada, 'Bo Approver']);
    expect(first?.publicKey).not.toBe(second?.publicKey);
    expect(keysOf(place.directory).signing.publicKey).not.toBe(first?.publicKey);
    const { entries } = listEntries(place.directory);
    // Made, keys, two settings: before anybody was registered nobody signed but the workspace.
    expect(signaturesOf(place.directory).map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
    for (const { seq, public_key: key, signature } of signaturesOf(place.directory)) {
      const entry = entries.find((candidate) => candidate.seq === seq);
      expect(key).toBe(entry?.actor === ada ? first?.publicKey : second?.publicKey);
      expect(registerCrypto.verifySignature(key, signedText(entry?.leafHash ?? ''), signature)).toBe(true);
    }
    expect(entries[0]).toMatchObject({ seq: 8, kind: 'policy.changed', actor: 'Bo Approver' });
  });

  it('signs what is approved with their own key, and not with the workspace’s', async () => {
    const { workspace } = await ofTwo();
    const bytes = Buffer.from('a version');
    const { publicKey, signature } = workspace.keys.sign(bytes);
    expect(publicKey).toBe(workspace.operators.list()[0]?.publicKey);
    expect(registerCrypto.verifySignature(publicKey, 'a version', signature)).toBe(true);
    expect(workspace.keys.signForWorkspace(bytes).publicKey).not.toBe(publicKey);
  });

  it('is let in by name and their own passphrase alone', async () => {
    const { workspace, ...place } = await ofTwo();
    await workspace.close();
    const { directory, env } = place;
    await expect(openWorkspace(directory, { passphrase }, env)).rejects.toMatchObject({
      code: 'OPERATOR_UNNAMED',
      message: expect.stringContaining('Ada Officer and Bo Approver work in this workspace'),
    });
    await expect(openAs(place, 'Bo Approver', passphrase)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      message: expect.stringContaining('not the passphrase of Bo Approver'),
    });
    await expect(openAs(place, ada, boPassphrase)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(openAs(place, 'Mallory', boPassphrase)).rejects.toMatchObject({
      code: 'OPERATOR_UNKNOWN',
      message: expect.stringContaining('Nobody called Mallory'),
    });
    expect(problems(place)).toEqual([]);
  });

  it.each<[string, Partial<NewOperator>, string]>([
    ['a name that is there', { name: 'ada officer' }, 'WRONG_USAGE'],
    ['no name', { name: ' ' }, 'WRONG_USAGE'],
    ['a name with a line break', { name: 'Bo\nApprover' }, 'WRONG_USAGE'],
    ['another passphrase of whoever adds', { own: 'not it' }, 'PASSPHRASE_WRONG'],
    ['no passphrase of whoever adds', { own: undefined }, 'PASSPHRASE_MISSING'],
  ])('is refused with %s, and nothing changes', async (_what, change, code) => {
    const { workspace, directory } = await makeWorkspace();
    const before = readFileSync(join(directory, 'keys.json'), 'utf8');
    await expect(workspace.operators.add({ ...bo, ...change })).rejects.toMatchObject({ code });
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(before);
    expect(workspace.operators.list()).toEqual([]);
    expect(workspace.setOperator('Grace').operator).toBe('Grace');
  });

  it('is for a workspace that stays', async () => {
    const { workspace } = await makeWorkspace(undefined, { temporary: true });
    await expect(workspace.operators.add(bo)).rejects.toMatchObject({ message: expect.stringContaining('Save it') });
  });

  it('leaves names as they are: what was done bears them', async () => {
    const { workspace } = await ofTwo();
    expect(() => workspace.setOperator('Grace')).toThrow(expect.objectContaining({ code: 'WRONG_USAGE' }));
  });
});

describe('roles', () => {
  it.each(['reader', 'reviewer'] as const)(
    'a %s is refused what is for authors, by a sentence that says who may',
    async (role) => {
      const { workspace, ...place } = await ofTwo();
      await workspace.close();
      const approving = await openAs(place, 'Bo Approver', boPassphrase);
      await approving.operators.add({ name: 'Cem', role, passphrase: 'five more words for Cem' });
      await approving.close();
      const cem = await openAs(place, 'Cem', 'five more words for Cem');
      expect(() => appendSome(cem, 1)).toThrow(
        expect.objectContaining({
          code: 'ROLE_REFUSED',
          message: `Cem works here as ${role} and may not import, decide, draft or release: Ada Officer and Bo Approver may.`,
        }),
      );
      // Looking is theirs, and is entered as theirs.
      cem.register.append({
        kind: 'value.searched',
        subjectRef: cem.id,
        payload: { datasetId: 'd', column: 'email', comparison: 'equals' },
      });
      await cem.close();
      expect(problems(place)).toEqual([]);
    },
  );

  it('only an approver says who works here, and one of them stays', async () => {
    const { workspace, ...place } = await ofTwo('author');
    await expect(workspace.operators.add({ ...bo, name: 'Cem' })).rejects.toMatchObject({
      code: 'ROLE_REFUSED',
      message: expect.stringContaining('Bo Approver may'),
    });
    expect(() => workspace.operators.setRole(ada, 'approver', 'because')).toThrow(
      expect.objectContaining({ code: 'ROLE_REFUSED' }),
    );
    expect(() => workspace.operators.leave('Bo Approver', 'because')).toThrow(
      expect.objectContaining({ code: 'ROLE_REFUSED' }),
    );
    await workspace.close();
    const approving = await openAs(place, 'Bo Approver', boPassphrase);
    expect(() => approving.operators.setRole('Bo Approver', 'author', 'because')).toThrow(/only approver/);
    expect(() => approving.operators.leave('Bo Approver', 'because')).toThrow(/only approver/);
    approving.operators.setRole(ada, 'approver', 'Bo goes on holiday');
    approving.operators.leave('Bo Approver', 'goes elsewhere');
    await approving.close();
    await expect(openAs(place, 'Bo Approver', boPassphrase)).rejects.toMatchObject({ code: 'OPERATOR_UNKNOWN' });
    const alone = await openWorkspace(place.directory, { passphrase }, place.env);
    expect(alone.summary()).toMatchObject({ operator: ada, role: 'approver', operators: 1 });
    await expect(alone.operators.add(bo)).rejects.toMatchObject({ message: expect.stringContaining('or was') });
    await alone.close();
    expect(problems(place)).toEqual([]);
    expect(keysOf(place.directory)).toMatchObject({ operators: [{ name: ada }] });
  });

  it('whoever wrote a version does not approve it where somebody else works here; alone, it is said', async () => {
    const { workspace, ...place } = await makeWorkspace();
    expect(approvalBy(workspace, [ada])).toEqual({ approver: ada, alone: true });
    await workspace.operators.add(bo);
    expect(() => approvalBy(workspace, [ada])).toThrow(/Ada Officer wrote this version.*Bo Approver may/);
    expect(approvalBy(workspace, ['Bo Approver'])).toEqual({ approver: ada, alone: false });
    await workspace.close();
    const approving = await openAs(place, 'Bo Approver', boPassphrase);
    approving.operators.setRole(ada, 'author', 'to each their own');
    await approving.close();
    const writing = await openAs(place, ada, passphrase);
    expect(() => approvalBy(writing, [])).toThrow(/as author and may not approve.*Bo Approver may/);
    await writing.close();
  });
});

describe('signatures beside the log', () => {
  it.each(signatureWays)('%s is found and located', async (_what, work, found) => {
    const { workspace, ...place } = await ofTwo();
    appendSome(workspace, 2);
    await workspace.close();
    const approving = await openAs(place, 'Bo Approver', boPassphrase);
    approving.setPolicy('gdpr-strict', 'the regulator asked');
    await approving.close();
    expect(problems(place)).toEqual([]);
    expect(await alone(place)).toEqual([]);
    edit(place.directory, work);
    expect(problems(place)).toEqual(found);
    expect(await verifyInFull(place.directory, place.env)).toEqual(verify(place));
    expect(await alone(place)).toEqual(found);
  });

  it('one by the right key over other words is found, and by whose name', async () => {
    const { workspace, ...place } = await ofTwo();
    await workspace.close();
    edit(place.directory, (db) => db.exec('UPDATE log_signature SET signature = substr(signature, 2) WHERE seq = 6'));
    expect(verify(place).problems).toEqual([
      {
        seq: 6,
        kind: 'signature-wrong',
        detail: 'Entry 6 says that Ada Officer wrote it, and its signature is not one by their key over this entry.',
      },
    ]);
    const opened = await openAs(place, ada, passphrase);
    expect(opened.summary().readOnly).toBe(true);
    expect(opened.notices.join(' ')).toContain('Entry 6 says that Ada Officer wrote it');
    await opened.close();
  });

  it('whoever holds the workspace’s key, as every operator does, cannot write in another’s name', async () => {
    const { workspace, ...place } = await ofTwo();
    await workspace.close();
    // With the master key, which Bo’s passphrase opens, another program signs checkpoints, but not as Ada.
    await forge(place, { operator: 'Bo Approver', passphrase: boPassphrase }, ada);
    expect(problems(place)).toContain('7 signature-foreign');
    expect(await alone(place)).toContain('7 signature-foreign');
    expect(verify(place).problems.find(({ kind }) => kind === 'signature-foreign')?.detail).toContain(
      'signed with the key of Bo Approver',
    );
    const again = await openAs(place, ada, passphrase);
    expect(again.summary().readOnly).toBe(true);
    await again.close();
  });
});

describe('an operator with a program of their own', () => {
  /** A release in spite of a block, in somebody's name. */
  const inSpiteOf = (by: string) => ({
    kind: 'release.written' as const,
    subjectRef: 'r1',
    payload: {
      datasetId: null,
      fileName: 'a.csv',
      sourceSha256: '0'.repeat(64),
      recipeSha256: '0'.repeat(64),
      outputSha256: '0'.repeat(64),
      certificateSha256: '0'.repeat(64),
      purpose: 'P2',
      release: 'targeting' as const,
      overridden: [{ guardrail: 'E1', reason: 'because', by, role: 'approver' as const }],
    },
  });

  it('who is no approver lets nothing out in spite of a block', async () => {
    const { workspace, ...place } = await ofTwo('author');
    await workspace.close();
    await forge(place, { operator: ada, passphrase }, ada, inSpiteOf(ada));
    expect(verify(place).problems).toEqual([
      { seq: 8, kind: 'role-exceeded', detail: expect.stringContaining('Ada Officer was no approver then') },
    ]);
    expect(await alone(place)).toEqual(['8 role-exceeded']);
  });

  it('who is no approver sets no number of the policy', async () => {
    const { workspace, ...place } = await ofTwo('author');
    await workspace.close();
    const payload = { from: 'customer-tracking' as const, to: 'gdpr-strict' as const, reason: 'because' };
    await forge(place, { operator: ada, passphrase }, ada, { kind: 'policy.changed', subjectRef: 'w', payload });
    expect(verify(place).problems.map(({ seq, kind }) => `${seq} ${kind}`)).toContain('8 role-exceeded');
    expect(await alone(place)).toEqual(['8 role-exceeded']);
  });

  it('who approves lets nothing out in another’s name', async () => {
    const { workspace, ...place } = await ofTwo('author');
    await workspace.close();
    await forge(place, { operator: 'Bo Approver', passphrase: boPassphrase }, 'Bo Approver', inSpiteOf(ada));
    expect(verify(place).problems.map(({ kind }) => kind)).toEqual(['role-exceeded']);
    expect(await alone(place)).toEqual(['8 role-exceeded']);
  });

  it('who is no approver adds nobody: verification names the entry', async () => {
    const { workspace, ...place } = await ofTwo('author');
    await workspace.close();
    const { publicKey } = signerOf(place.env.random(32));
    await forge(place, { operator: ada, passphrase }, ada, {
      kind: 'operator.added',
      subjectRef: 'Mallory',
      payload: { name: 'Mallory', role: 'approver', publicKey },
    });
    expect(verify(place).problems).toEqual([
      {
        seq: 8,
        kind: 'role-exceeded',
        detail: expect.stringContaining('Ada Officer was no approver then'),
      },
    ]);
    expect(await alone(place)).toEqual(['8 role-exceeded']);
  });

  it('who is nobody here writes nothing: not even under a name of their own', async () => {
    const { workspace, ...place } = await ofTwo();
    await workspace.close();
    await forge(place, { operator: ada, passphrase }, 'Mallory');
    expect(problems(place)).toEqual(['7 operator-unknown']);
    expect(await alone(place)).toEqual(['7 operator-unknown']);
  });
});

describe('a program that is killed', () => {
  it('between the entry that somebody left and the keys keeps them out all the same', async () => {
    const { workspace, ...place } = await ofTwo();
    const keys = readFileSync(join(place.directory, 'keys.json'));
    workspace.operators.leave('Bo Approver', 'goes elsewhere');
    await workspace.close();
    writeFileSync(join(place.directory, 'keys.json'), keys);
    await expect(openAs(place, 'Bo Approver', boPassphrase)).rejects.toMatchObject({ code: 'OPERATOR_UNKNOWN' });
    await (await openWorkspace(place.directory, { passphrase }, place.env)).close();
    expect(problems(place)).toEqual([]);
  });

  it('between the keys and the entries leaves a workspace as it was, and adding goes through the next time', async () => {
    const { workspace, ...other } = await makeWorkspace();
    await workspace.close();
    // The keys of a second operator in a workspace whose log names none, as the kill leaves it.
    const before = keysOf(other.directory);
    const { master } = await openKeys(before, { passphrase }, 'Other');
    const seals = await Promise.all(
      [
        { name: ada, passphrase },
        { name: 'Bo Approver', passphrase: boPassphrase },
      ].map((person) =>
        sealOperator(before.workspaceId, { ...person, master, seed: other.env.random(32) }, other.env.random, 4),
      ),
    );
    writeFileSync(join(other.directory, 'keys.json'), JSON.stringify(withOperators(before, seals)));

    await expect(openAs(other, 'Bo Approver', boPassphrase)).rejects.toMatchObject({ code: 'OPERATOR_UNKNOWN' });
    const again = await openWorkspace(other.directory, { passphrase }, other.env);
    expect(again.summary()).toMatchObject({ operator: ada, role: null, operators: 0, readOnly: false });
    await again.operators.add(bo);
    await again.close();
    await (await openAs(other, 'Bo Approver', boPassphrase)).close();
    expect(problems(other)).toEqual([]);
  });
});

describe('keys.json', () => {
  it('that is put back from before operators opens nothing, and says what to do', async () => {
    const { workspace, ...place } = await makeWorkspace();
    const before = readFileSync(join(place.directory, 'keys.json'));
    await workspace.operators.add(bo);
    await workspace.close();
    writeFileSync(join(place.directory, 'keys.json'), before);
    await expect(openWorkspace(place.directory, { passphrase }, place.env)).rejects.toMatchObject({
      code: 'WORKSPACE_DAMAGED',
      message: expect.stringContaining('Put back a copy'),
    });
  });

  it('holds no passphrase and no seed in the clear; each seal opens only under its name', async () => {
    const { workspace, ...place } = await ofTwo();
    await workspace.close();
    const text = readFileSync(join(place.directory, 'keys.json'), 'utf8');
    for (const secret of [passphrase, boPassphrase]) expect(text).not.toContain(secret);
    const keys = keysOf(place.directory);
    if (keys.formatVersion !== 2) throw new Error('no operators');
    const [one, two] = keys.operators;
    writeFileSync(
      join(place.directory, 'keys.json'),
      JSON.stringify({
        ...keys,
        operators: [
          { ...one, name: two?.name },
          { ...two, name: one?.name },
        ],
      }),
    );
    await expect(openAs(place, ada, boPassphrase)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  });
});

describe('a passphrase of one of several', () => {
  it('is changed by its owner; the other’s stays', async () => {
    const { workspace, ...place } = await ofTwo();
    await expect(workspace.changePassphrase(boPassphrase, 'next')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await workspace.changePassphrase(passphrase, 'the one after');
    await workspace.close();
    await expect(openAs(place, ada, passphrase)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await (await openAs(place, ada, 'the one after')).close();
    await (await openAs(place, 'Bo Approver', boPassphrase)).close();
    expect(problems(place)).toEqual([]);
  });

  it('that is lost is replaced with the recovery key: a new key, which the register names and verification tells', async () => {
    const { workspace, recoveryKey, ...place } = await ofTwo();
    await workspace.close();
    const { directory, env } = place;
    const lost = listOperators(directory)[1]?.publicKey;
    await expect(openWorkspace(directory, { recoveryKey, operator: 'Bo Approver' }, env)).rejects.toMatchObject({
      code: 'PASSPHRASE_MISSING',
    });
    const recovered = await openWorkspace(
      directory,
      { recoveryKey, operator: 'Bo Approver', newPassphrase: 'found again in a drawer' },
      env,
    );
    expect(recovered.summary()).toMatchObject({ operator: 'Bo Approver', role: 'approver' });
    await recovered.close();
    expect(listOperators(directory)[1]?.publicKey).not.toBe(lost);
    await expect(openAs(place, 'Bo Approver', boPassphrase)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await (await openAs(place, 'Bo Approver', 'found again in a drawer')).close();
    await (await openAs(place, ada, passphrase)).close();
    expect(verify(place)).toMatchObject({ ok: true, problems: [{ kind: 'operator-recovered', seq: 7 }] });
    expect(await alone(place)).toEqual(['7 operator-recovered']);
  });

  const found = 'found again in a drawer';
  const cem: NewOperator = { name: 'Cem', role: 'author', passphrase: 'five more words for Cem' };
  /** The workspace of two, closed, and with what Bo recovers his key. */
  async function toRecover() {
    const { workspace, recoveryKey, ...place } = await ofTwo();
    await workspace.close();
    const secret = { recoveryKey, operator: 'Bo Approver', newPassphrase: found };
    return { place, recover: () => openWorkspace(place.directory, secret, place.env) };
  }

  it('and was replaced opens still, after somebody was added or left in the same session', async () => {
    const { place, recover } = await toRecover();
    const recovered = await recover();
    expect(recovered.operators.list()[1]?.publicKey).toBe(listOperators(place.directory)[1]?.publicKey);
    await recovered.operators.add(cem);
    recovered.operators.leave(ada, 'goes elsewhere');
    await recovered.close();
    await (await openAs(place, 'Bo Approver', found)).close();
    await (await openAs(place, 'Cem', cem.passphrase)).close();
    expect(verify(place)).toMatchObject({ ok: true });
    expect(keysOf(place.directory)).toMatchObject({ operators: [{ name: 'Bo Approver' }, { name: 'Cem' }] });
  });

  it('whose replacing was cut off before its keys were written: others’ changes leave a way to repeat it', async () => {
    const { place, recover } = await toRecover();
    const keys = readFileSync(join(place.directory, 'keys.json'));
    await (await recover()).close();
    writeFileSync(join(place.directory, 'keys.json'), keys);
    const adding = await openAs(place, ada, passphrase);
    await adding.operators.add(cem);
    await adding.close();
    await expect(openAs(place, 'Bo Approver', boPassphrase)).rejects.toMatchObject({
      code: 'WORKSPACE_DAMAGED',
      message: expect.stringContaining('Open the workspace with its recovery key'),
    });
    await (await recover()).close();
    for (const [name, words] of [
      [ada, passphrase],
      ['Bo Approver', found],
      ['Cem', cem.passphrase],
    ] as const)
      await (await openAs(place, name, words)).close();
    expect(verify(place)).toMatchObject({ ok: true });
  });
});

it('the workspace’s own key is still the one its checkpoints are signed with', async () => {
  const { workspace, ...place } = await ofTwo();
  const { publicKey } = workspace.keys.signForWorkspace(new Uint8Array(0));
  await workspace.close();
  const keys = keysOf(place.directory);
  expect(keys.signing.publicKey).toBe(publicKey);
  const { master } = await openKeys(keys, { passphrase: boPassphrase, operator: 'Bo Approver' }, 'Acme');
  expect(signerOf(openSigningSeed(keys, master, 'Acme')).publicKey).toBe(publicKey);
});
