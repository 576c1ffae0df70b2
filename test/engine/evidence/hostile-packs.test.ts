import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { follow, makeEngine } from '#test/support/make-engine.ts';
import { scratch } from '../workspace/support.ts';

const gibibyte = 1024 ** 3;
const program = resolve('resources/verifier/verify.mjs');

let pack: Buffer;
beforeAll(async () => {
  const made = makeEngine();
  const grant = (name: string, use: 'workspace-create' | 'write') =>
    made.engine.grants.add(made.path(name), use).grantId;
  await made.client.workspaces.create({
    grantId: grant('Acme.custos', 'workspace-create'),
    organisation: 'Acme',
    operator: 'Ada',
    policy: 'customer-tracking',
    passphrase: 'correct horse battery staple',
  });
  await follow(made.client.evidence.export({ grantId: grant('pack.zip', 'write') }));
  pack = readFileSync(made.path('pack.zip'));
  await made.close();
});

/** What verification says of a file: its sentence where it cannot be opened at all, else its findings. */
async function told(path: string): Promise<string[]> {
  try {
    return (await verifyPack(path)).problems.map(({ detail }) => detail);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Where the directory of the ZIP begins, and where its end record does. */
const directoryOf = (bytes: Buffer): { directory: number; end: number } => {
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  return { directory: bytes.readUInt32LE(end + 16), end };
};

/** The pack in a file that takes no room on the disk, its directory moved to where `at` says. */
function stretched(at: number): string {
  const { directory, end } = directoryOf(pack);
  const path = join(scratch(), 'stretched.zip');
  const file = openSync(path, 'w');
  const tail = Buffer.from(pack.subarray(directory));
  tail.writeUInt32LE(at, end - directory + 16);
  writeSync(file, pack.subarray(0, directory), 0, directory, 0);
  writeSync(file, tail, 0, tail.length, at);
  closeSync(file);
  return path;
}

/** A file without content of so many bytes, which takes no room on the disk. */
function hollow(path: string, bytes: number): string {
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

describe('a pack by anybody, under “custos verify”', () => {
  it('of 4 GB that are no ZIP is told so in one sentence', async () => {
    expect(await told(hollow(join(scratch(), 'hollow.zip'), 4 * gibibyte))).toEqual([
      expect.stringMatching(/^“hollow\.zip” is no ZIP, or was cut short\..*\.$/),
    ]);
  });

  it('whose files are right, with gigabytes between them, is told to be packed otherwise', async () => {
    expect(await told(stretched(3 * gibibyte))).toEqual([expect.stringContaining('the ZIP around them was changed')]);
  });

  it('that promises a file of 4 GB, as ZIP64 writes it, is refused before it is read', async () => {
    const { directory } = directoryOf(pack);
    const name = pack.readUInt16LE(directory + 28);
    // The sizes that stand for "look in the field for large files", and that field.
    const large = Buffer.alloc(20);
    large.writeUInt16LE(1, 0);
    large.writeUInt16LE(16, 2);
    large.writeBigUInt64LE(BigInt(4 * gibibyte), 4);
    large.writeBigUInt64LE(BigInt(4 * gibibyte), 12);
    const at = directory + 46 + name;
    const bytes = Buffer.concat([pack.subarray(0, at), large, pack.subarray(at)]);
    bytes.writeUInt32LE(0xffff_ffff, directory + 20);
    bytes.writeUInt32LE(0xffff_ffff, directory + 24);
    bytes.writeUInt16LE(large.length, directory + 30);
    const { end } = directoryOf(bytes);
    bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) + large.length, end + 12);
    const path = join(scratch(), 'promise.zip');
    writeFileSync(path, bytes);
    expect(await told(path)).toEqual([expect.stringMatching(/^“promise\.zip” holds more than .* MB\..*\.$/)]);
  });

  it.each([0.1, 0.5, 0.9])('that was cut at %s of its length is told so', async (part) => {
    const path = join(scratch(), 'cut.zip');
    writeFileSync(path, pack.subarray(0, Math.floor(pack.length * part)));
    expect(await told(path)).toEqual([expect.stringContaining('was cut short')]);
  });
});

describe('a pack by anybody, under the stand-alone verifier', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  const unpacked = async (): Promise<string> => {
    const [path, folder] = [join(scratch(), 'pack.zip'), scratch()];
    writeFileSync(path, pack);
    const zip = await readZip(path, 'pack.zip');
    for (const file of zip.paths) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), (await zip.read(file))!);
    }
    zip.close();
    return folder;
  };

  it('counts the files that “custos verify” counts', async () => {
    const path = join(scratch(), 'pack.zip');
    writeFileSync(path, pack);
    const { ok, files } = await verifyPack(path);
    expect(ok).toBe(true);
    expect(run(await unpacked()).stdout).toContain(`Nothing was changed: ${files} files`);
  });

  it('with a file of 4 GB is told so in one sentence, and not with a trace', async () => {
    const folder = await unpacked();
    hollow(join(folder, 'large.bin'), 4 * gibibyte);
    const { status, stdout, stderr } = run(folder);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^That cannot be read: .*2 GiB.*\n$/);
  });

  it.each([
    ['names a file twice', (path: string) => [path, path], 'manifest-invalid'],
    ['names a path that climbs out', (path: string) => [path, '../../outside.txt'], 'file-missing'],
  ])('whose list %s is told so', async (_, names, kind) => {
    const folder = await unpacked();
    const list = join(folder, 'MANIFEST.json');
    const manifest = JSON.parse(readFileSync(list, 'utf8')) as { files: { path: string }[] };
    const [first] = manifest.files;
    const files = [...names(first!.path).map((path) => ({ ...first, path })), ...manifest.files.slice(1)];
    writeFileSync(list, JSON.stringify({ ...manifest, files }));
    const { status, stdout } = run(folder);
    expect(status).toBe(1);
    expect(stdout).toContain(kind);
  });
});
