import SqliteDatabase from 'better-sqlite3';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { noteSigner, signerOf } from '#engine/keys/signing-key.ts';
import { exportHead, exportLog, proveEntry } from '#engine/journal/heads.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import type { Workspace } from '#engine/workspace/open-workspace.ts';
import { manifestNoteText } from '#shared/evidence/manifest.ts';
import { signText, writeSignature } from '#shared/journal/signed-note.ts';
import { verifyFiles, type Found } from '#resources/verifier/verify.mjs';
import { appendSome, makeWorkspace, scratch } from '../workspace/support.ts';
import { edit, rowsOf, tamperings } from './tamper-ways.ts';

const program = resolve('resources/verifier/verify.mjs');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const found = ({ problems }: Found): string[] => problems.map(({ file, seq, kind }) => `${file} ${seq ?? '-'} ${kind}`);
const notGiven = ' - key-not-given';

/** The log of a workspace as it leaves it, file by file. */
function exported(directory: string): Map<string, Uint8Array> {
  const head = exportHead(directory);
  return new Map([
    ['audit.jsonl', bytes(exportLog(directory))],
    ['checkpoint.txt', bytes(head.note)],
    ['public_key.txt', bytes(`${head.keys.join('\n')}\n`)],
  ]);
}

async function closed(entries = 8) {
  const made = await makeWorkspace();
  appendSome(made.workspace, entries - 2);
  return made;
}

describe('the stand-alone verifier', () => {
  it('is one short program without anything beside it', () => {
    const text = readFileSync(program, 'utf8');
    expect(text.split('\n').length).toBeLessThan(410);
    expect(text).not.toMatch(/^import |from '|require\(/m);
  });

  it('finds nothing wrong with a log as it was exported, of any length', async () => {
    const { workspace, directory } = await makeWorkspace();
    for (let entries = 2; entries <= 9; entries += 1) {
      const judged = await verifyFiles(exported(directory), exportHead(directory).keys[0]);
      expect(judged).toMatchObject({ ok: true, problems: [], checked: ['audit.jsonl'] });
      appendSome(workspace, 1);
    }
  });

  // What is in the database alone: no export holds it.
  const ofTheDatabase = ['schema-changed', 'file-damaged', 'trigger-missing', 'head-missing', 'head-invalid'];
  it.each(tamperings.filter(([, , expected]) => !expected.every((one) => ofTheDatabase.includes(one.split(' ')[1]!))))(
    'judges like the program: %s',
    async (_, work) => {
      const { workspace, directory, env } = await closed();
      const files = exported(directory);
      await workspace.close();
      edit(join(directory, 'register.sqlite'), work);
      const db = new SqliteDatabase(join(directory, 'register.sqlite'), { readonly: true });
      files.set(
        'audit.jsonl',
        bytes(
          rowsOf(db)
            .map((row) => `${JSON.stringify(row)}\n`)
            .join(''),
        ),
      );
      db.close();
      const judged = await verifyFiles(files);
      const own = verifyRegister(directory, env);
      const told = (problems: readonly { seq: number | null; kind: string }[]): string[] =>
        [...new Set(problems.map(({ seq, kind }) => `${seq ?? '-'} ${kind}`))]
          .filter((one) => !['trigger-missing', 'schema-changed', 'key-not-given'].includes(one.split(' ')[1]!))
          .toSorted();
      expect(told(judged.problems)).toEqual(told(own.problems));
      expect(judged.ok).toBe(own.ok);
    },
  );

  it('names the file: a changed head, a head of another log, one that was kept and is not held', async () => {
    const { workspace, directory } = await closed();
    const older = exportHead(directory);
    const files = exported(directory);
    const withHead = async (name: string, text: string) =>
      found(await verifyFiles(new Map([...files, [name, bytes(text)]])));
    expect(await withHead('october.head', older.note)).toEqual([notGiven]);
    expect(await withHead('checkpoint.txt', older.note.replace('\n8\n', '\n7\n'))).toEqual([
      notGiven,
      'checkpoint.txt - head-invalid',
    ]);
    const stranger = await closed(4);
    expect(await withHead('october.head', exportHead(stranger.directory).note)).toEqual([
      notGiven,
      'october.head - head-invalid',
    ]);
    appendSome(workspace, 2);
    expect(await withHead('november.head', exportHead(directory).note)).toEqual([notGiven, 'november.head 9 removed']);
    files.delete('checkpoint.txt');
    expect(found(await verifyFiles(files))).toEqual([notGiven, 'checkpoint.txt - head-missing']);
  });

  it('takes no key for the right one that only lies beside: a log signed by another fails under the key that was given', async () => {
    const { directory } = await closed(4);
    const other = await closed(4);
    const [given] = exportHead(other.directory).keys;
    expect((await verifyFiles(exported(directory), given)).problems.map(({ kind }) => kind)).toEqual(['head-invalid']);
  });

  it('checks a proof, and the certificate and the release beside it', async () => {
    const { workspace, directory } = await closed(3);
    const output = bytes('city,age\nBonn,30-39\n');
    const certificate = bytes('{"format":"custos-certificate"}\n');
    workspace.register.append({
      kind: 'release.cleared',
      subjectRef: 'r',
      payload: { releaseId: 'r', fileName: 'out.csv', outputSha256: sha256(output), found: 'unknown' },
    });
    const files = new Map([
      ['out.csv', output],
      ['out.csv.certificate.json', certificate],
      ['out.csv.certificate.json.tlog-proof', bytes(proveEntry(directory, 4))],
      ['public_key.txt', exported(directory).get('public_key.txt')!],
    ]);
    expect(found(await verifyFiles(files))).toEqual([notGiven]);
    expect(found(await verifyFiles(new Map([...files, ['out.csv', bytes('city,age\nBonn,31\n')]])))).toEqual([
      notGiven,
      'out.csv 4 file-changed',
    ]);
    const proof = Buffer.from(files.get('out.csv.certificate.json.tlog-proof')!).toString();
    for (const changed of [proof.replace('index 3', 'index 2'), proof.slice(0, 150), proof.replace('\n4\n', '\n5\n')])
      expect(
        found(await verifyFiles(new Map([...files, ['out.csv.certificate.json.tlog-proof', bytes(changed)]]))),
      ).toEqual([notGiven, 'out.csv.certificate.json.tlog-proof - proof-invalid']);
  });
});

/** A pack: the log, a file of it, and the signed list of all. */
function pack(workspace: Workspace, directory: string, register = '{"records":[]}\n'): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of exported(directory)) files.set(`15_log/${name}`, content);
  files.set('01_register/register.json', bytes(register));
  const { publicKey } = workspace.keys.sign(new Uint8Array(0));
  const list = [...files].map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) }));
  const { size, root } = exportHead(directory);
  const manifest = bytes(
    `${JSON.stringify({ format: 'custos-evidence', publicKey, log: { size, root }, files: list })}\n`,
  );
  const text = manifestNoteText(workspace.id, sha256(manifest), '2026-01-05T09:00:00.000Z');
  const signer = {
    name: `custos/${workspace.id}`,
    publicKey,
    sign: (said: string) => workspace.keys.sign(bytes(said)).signature,
  };
  files.set('MANIFEST.json', manifest);
  files.set(
    'MANIFEST.sig',
    bytes(`${text}\n${writeSignature(signText(text, signer, registerCrypto), registerCrypto)}`),
  );
  return files;
}

describe('a pack under the stand-alone verifier', () => {
  it('verifies as it is; any changed byte of any file fails and names that file', async () => {
    const { workspace, directory } = await closed(4);
    const files = pack(workspace, directory);
    expect(await verifyFiles(files)).toMatchObject({ ok: true, problems: [{ kind: 'key-not-given' }] });
    for (const [name, content] of files)
      for (const at of [0, Math.floor(content.length / 3), content.length - 1]) {
        const changed = Uint8Array.from(content);
        changed[at] = changed[at]! ^ 1;
        const { ok, problems } = await verifyFiles(new Map([...files, [name, changed]]));
        expect(ok, `${name} at ${at}`).toBe(false);
        expect(
          problems.map(({ file }) => file),
          `${name} at ${at}`,
        ).toContain(name);
      }
  });

  it('names what was taken away, added, or signed by another', async () => {
    const { workspace, directory } = await closed(4);
    const files = pack(workspace, directory);
    for (const name of files.keys()) {
      const without = new Map(files);
      without.delete(name);
      const { ok, problems } = await verifyFiles(without);
      expect(ok, name).toBe(false);
      expect(
        problems.map(({ file }) => file),
        name,
      ).toContain(name);
    }
    expect(found(await verifyFiles(new Map([...files, ['note.txt', bytes('x')]])))).toEqual([
      notGiven,
      'note.txt - file-added',
    ]);
    const forger = noteSigner('custos-evidence', signerOf(new Uint8Array(32).fill(5)));
    const text = manifestNoteText(workspace.id, sha256(files.get('MANIFEST.json')!), '2026-01-05T09:00:00.000Z');
    const forged = `${text}\n${writeSignature(signText(text, forger, registerCrypto), registerCrypto)}`;
    expect(found(await verifyFiles(new Map([...files, ['MANIFEST.sig', bytes(forged)]])))).toEqual([
      notGiven,
      'MANIFEST.sig - manifest-unsigned',
    ]);
  });

  it('holds the records in it against the log', async () => {
    const { workspace, directory } = await closed(4);
    const hash = sha256(bytes('a version'));
    workspace.register.append({
      kind: 'record.sent',
      subjectRef: 'r1',
      payload: {
        recordKind: 'activity',
        recordId: 'r1',
        ref: 'PA-001',
        version: 1,
        fields: [],
        reason: 'new',
        versionSha256: hash,
        recordSha256: hash,
      },
    });
    const record = { kind: 'activity', id: 'r1', ref: 'PA-001', version: 1, state: 'in-review', sha256: hash };
    const draft = { ...record, ref: 'PA-002', id: 'r2', state: 'draft', sha256: sha256(bytes('open')) };
    const withRecords = async (...records: object[]) =>
      found(await verifyFiles(pack(workspace, directory, JSON.stringify({ records }))));
    expect(await withRecords(record, draft)).toEqual([notGiven]);
    const other = { ...record, sha256: sha256(bytes('another')) };
    expect(await withRecords(record, other)).toEqual([notGiven, '01_register/register.json - record']);
  });

  it('takes an entry of before each had a clock, which a pack writes without one', async () => {
    const { workspace, directory } = await closed(4);
    const files = exported(directory);
    const without = (clock: object) =>
      exportLog(directory)
        .split('\n')
        .filter(Boolean)
        .map((line) => `${JSON.stringify({ ...(JSON.parse(line) as object), ...clock })}\n`)
        .join('');
    // The hash covers the clock, so that taking it away is found; none and null are the same to it.
    const judged = async (clock: object) =>
      found(await verifyFiles(new Map([...files, ['audit.jsonl', bytes(without(clock))]])));
    expect(await judged({ clock: undefined })).toEqual(await judged({ clock: null }));
    await workspace.close();
  });

  it.each([
    ['a list of files that is none', '{"files":{"length":3}}'],
    ['a file in it that is none', '{"files":[null,5,"x"]}'],
    ['a list that is no JSON', '['],
  ])('judges %s, and does not break at it', async (_, manifest) => {
    const { workspace, directory } = await closed(4);
    const files = pack(workspace, directory);
    const { ok, problems } = await verifyFiles(new Map([...files, ['MANIFEST.json', bytes(manifest)]]));
    expect(ok).toBe(false);
    expect(problems.map(({ file }) => file)).toContain('MANIFEST.json');
  });

  it('says in one sentence what it takes where it was given nothing, a path that is not there, or a ZIP', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
    const folder = scratch();
    writeFileSync(join(folder, 'pack.zip'), 'PK');
    for (const [args, status, said] of [
      [[], 1, /^Give the unpacked folder .*--key name\+hash\+key\]\n$/],
      [['--help'], 0, /^Give the unpacked folder .*\n$/],
      [['--verbose'], 1, /^Give the unpacked folder .*\n$/],
      [[join(folder, 'nothing')], 1, /^That cannot be read: .*nothing.*Give the unpacked folder .*\n$/],
      [[join(folder, 'pack.zip')], 1, /Unpack this, and choose the folder that comes of it\. \(pack\.zip, packed\)\n/],
    ] as const) {
      const found = run(...args);
      expect(found.stdout).toMatch(said);
      expect(found).toMatchObject({ status, stderr: '' });
    }
  });

  it('runs on a command line: exit 0 for a sound folder, 1 and the file for a changed one', async () => {
    const { workspace, directory } = await closed(4);
    const folder = scratch();
    for (const [name, content] of pack(workspace, directory)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const run = () => execFileSync(process.execPath, [program, folder], { encoding: 'utf8' });
    expect(run()).toContain('Nothing was changed: 6 files');
    writeFileSync(join(folder, '01_register/register.json'), '{"activities":[1]}\n');
    expect(run).toThrow(
      expect.objectContaining({
        status: 1,
        stdout: expect.stringContaining('(01_register/register.json, file-changed)'),
      }),
    );
  });
});
