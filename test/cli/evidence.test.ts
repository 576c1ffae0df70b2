import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '#engine/evidence/write-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { readZip } from '#engine/evidence/read-zip.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const sample = resolve(import.meta.dirname, '../../resources/sample/customers.csv');
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

let desk: Desk;
let pack: Buffer;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme Ltd');
  for (const command of [
    ['import', sample, '--workspace', 'Acme.custos'],
    ['recommend', sample, '--purpose', 'P1', '-o', 'recipe.json'],
    ['apply', sample, '--recipe', 'recipe.json', '-o', 'out.csv', '--workspace', 'Acme.custos'],
    ['evidence', '-o', 'pack.zip', '--workspace', 'Acme.custos'],
  ]) {
    const done = await desk.custos(command);
    expect(done.status, done.stderr).toBe(0);
  }
  pack = readFileSync(desk.path('pack.zip'));
});
afterAll(() => desk.remove());

const verified = async (
  bytes: Buffer,
): Promise<{ status: number; found: { ok: boolean; problems: { file: string }[] } }> => {
  writeFileSync(desk.path('seen.zip'), bytes);
  const { status, stdout } = await desk.custos(['verify', 'seen.zip', '--json']);
  return { status: status ?? -1, found: stdout === '' ? { ok: false, problems: [] } : JSON.parse(stdout) };
};
/** The files of a pack, as any other program would take them out. */
const filesOf = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  writeFileSync(desk.path('read.zip'), bytes);
  const zip = await readZip(desk.path('read.zip'), 'read.zip');
  const files = new Map<string, Buffer>();
  for (const path of zip.paths) files.set(path, (await zip.read(path))!);
  zip.close();
  return files;
};
const zipOf = (files: Map<string, Buffer>) => writeZip([...files].map(([path, content]) => ({ path, content })));

describe('an evidence pack on the command line', () => {
  it('verifies on a desk that never saw the workspace', async () => {
    const elsewhere = makeDesk();
    writeFileSync(elsewhere.path('pack.zip'), pack);
    const { status, stdout, stderr } = await elsewhere.custos(['verify', 'pack.zip']);
    elsewhere.remove();
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/pack\.zip verifies: Acme Ltd/);
    expect(stdout).toMatch(/code: [0-9A-F]{4}-[0-9A-F]{4}/);
  });

  it('names every file with its hash in a manifest that the workspace signed, as others would check it', async () => {
    const files = await filesOf(pack);
    const text = files.get('MANIFEST.json')!.toString('utf8');
    const manifest = JSON.parse(text) as {
      publicKey: string;
      files: { path: string; bytes: number; sha256: string }[];
    };
    expect(manifest.files.map(({ path }) => path).toSorted()).toEqual(
      [...files.keys()].filter((path) => !path.startsWith('MANIFEST.')).toSorted(),
    );
    for (const { path, bytes, sha256: stated } of manifest.files) {
      expect(files.get(path)!.length).toBe(bytes);
      expect(sha256(files.get(path)!)).toBe(stated);
    }
    const note = files.get('MANIFEST.sig')!.toString('utf8');
    const [said = '', signature = ''] = note.split('\n\n');
    expect(said).toContain(`sha256 ${sha256(text)}`);
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(manifest.publicKey, 'base64').toString('base64url') },
      format: 'jwk',
    });
    const bytes = Buffer.from(signature.trim().split(' ')[2]!, 'base64').subarray(4);
    expect(verifyBytes(null, Buffer.from(`${said}\n`), key, bytes)).toBe(true);
  });

  it('holds the whole log, the certificate and what the dataset is, and no value of anybody', async () => {
    const files = await filesOf(pack);
    const entries = files
      .get('15_log/audit.jsonl')!
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    expect(entries.some(({ kind }) => kind === 'release.written')).toBe(true);
    const paths = [...files.keys()];
    expect(paths.filter((path) => path.endsWith('.certificate.json'))).toHaveLength(1);
    expect(paths.filter((path) => path.startsWith('14_data_inventory/'))).toHaveLength(1);
    const all = Buffer.concat([...files.values()]).toString('utf8');
    const [header = '', ...lines] = readFileSync(sample, 'utf8').split('\n');
    const email = header.split(',').indexOf('email');
    expect(email).toBeGreaterThanOrEqual(0);
    for (const line of lines.slice(0, 200)) {
      const address = line.split(',')[email];
      if (address?.includes('@')) expect(all).not.toContain(address);
    }
  });

  it('is found good, and wrong, by the program in it, which knows nothing of Custos', async () => {
    const folder = desk.path('unpacked');
    for (const [path, content] of await filesOf(pack)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const alone = () => spawnSync(process.execPath, [join(folder, '15_log/verify.mjs'), folder], { encoding: 'utf8' });
    const good = alone();
    expect(good.status, good.stdout + good.stderr).toBe(0);
    const certificate = [...(await filesOf(pack)).keys()].find((path) => path.endsWith('.certificate.json'))!;
    writeFileSync(join(folder, certificate), '{}');
    const wrong = alone();
    expect(wrong.status).toBe(1);
    expect(wrong.stdout + wrong.stderr).toContain(certificate);
  });

  it('fails for any changed byte and names the file', async () => {
    const files = await filesOf(pack);
    for (const [path, content] of files) {
      for (const at of [0, Math.floor(content.length / 2), content.length - 1]) {
        const copy = new Map(files);
        const changed = Buffer.from(content);
        changed[at]! ^= 1;
        copy.set(path, changed);
        writeFileSync(desk.path('changed.zip'), await zipOf(copy));
        const found = await verifyPack(desk.path('changed.zip'));
        expect(found.ok, `${path} at ${at}`).toBe(false);
        expect(
          found.problems.map(({ file }) => file),
          `${path} at ${at}`,
        ).toContain(
          // A changed list of files no longer is the one that was signed.
          path === 'MANIFEST.json' ? found.problems[0]!.file : path,
        );
      }
    }
  });

  it('fails for bytes between the files, a file more, a file less, and one in the place of another', async () => {
    for (const at of [10, pack.length - 40, pack.length - 3]) {
      const changed = Buffer.from(pack);
      changed[at]! ^= 1;
      expect((await verified(changed)).status).not.toBe(0);
    }
    const files = await filesOf(pack);
    const more = new Map([...files, ['16_more.txt', Buffer.from('more')]] as const);
    expect((await verified(await zipOf(more))).found.problems).toMatchObject([{ file: '16_more.txt', kind: 'added' }]);
    const less = new Map(files);
    less.delete('15_log/checkpoint.txt');
    expect((await verified(await zipOf(less))).found.problems).toMatchObject([{ file: '15_log/checkpoint.txt' }]);
  });

  it('says what it is given where that is no pack', async () => {
    const cut = await desk.custos(['verify', 'recipe.json']);
    expect(cut.status).toBe(3);
    expect(cut.stderr).toMatch(/no ZIP, or was cut short/);
    expect((await verified(await writeZip([{ path: 'a', content: Buffer.from('a') }]))).status).toBe(1);
  });

  it('gives the same bytes for the same state but for the signature, and an older state as it was then', async () => {
    const before = JSON.parse((await desk.custos(['register', 'list', '--workspace', 'Acme.custos', '--json'])).stdout);
    const day = String(before.entries[0].ts).slice(0, 10);
    const later = ['--workspace', 'Acme.custos', '--as-of', day, '--json'];
    const one = await desk.custos(['evidence', '-o', 'one.zip', ...later]);
    expect(one.status, one.stderr).toBe(0);
    const past = await desk.custos([
      'evidence',
      '-o',
      'past.zip',
      '--workspace',
      'Acme.custos',
      '--as-of',
      '2020-01-01',
    ]);
    expect(past.status).toBe(2);
    expect(past.stderr).toContain('There was no register on 2020-01-01');
    const first = await filesOf(pack);
    const second = await filesOf(readFileSync(desk.path('one.zip')));
    const log = (files: Map<string, Buffer>) => files.get('15_log/audit.jsonl')!.toString('utf8');
    // The second knows of the first one's making; everything it shares with it is the same.
    expect(log(second).startsWith(log(first))).toBe(true);
    expect(JSON.parse(log(second).trim().split('\n').at(-1)!).kind).toBe('evidence.exported');
    for (const [path, content] of first)
      if (/^(09|14)_/.test(path) && !path.endsWith('.tlog-proof'))
        expect(second.get(path)!.equals(content), path).toBe(true);
  });

  it('says which certificate is gone, that the log tells of', async () => {
    const releases = desk.path('Acme.custos/releases');
    for (const name of readdirSync(releases)) if (name.endsWith('.certificate.json')) rmSync(join(releases, name));
    const made = await desk.custos(['evidence', '-o', 'gone.zip', '--workspace', 'Acme.custos', '--json']);
    expect(made.status, made.stderr).toBe(0);
    const { gaps } = JSON.parse(made.stdout) as { gaps: string[] };
    expect(gaps.find((gap) => gap.includes('not in the workspace any more'))).toContain('out.csv');
  });

  it('is not written over another file unasked, nor over the workspace', async () => {
    const again = await desk.custos(['evidence', '-o', 'pack.zip', '--workspace', 'Acme.custos']);
    expect(again.status).toBe(3);
    expect(readFileSync(desk.path('pack.zip')).equals(pack)).toBe(true);
    const inside = await desk.custos([
      'evidence',
      '-o',
      'Acme.custos/register.sqlite',
      '--workspace',
      'Acme.custos',
      '--force',
    ]);
    expect(inside.status).toBe(2);
  });
});
