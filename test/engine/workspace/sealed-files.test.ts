import { randomBytes } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealFile, unsealFile } from '#engine/workspace/sealed-files.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { appendSome, makeWorkspace, passphrase, scratch } from './support.ts';

const chunk = 2 ** 20;
const header = 9 + 16;
const random = (n: number): Uint8Array => randomBytes(n);
const key = { master: randomBytes(32), workspaceId: 'w', name: 'rows' };

async function sealed(bytes: Buffer): Promise<{ source: string; file: string; back: string }> {
  const root = scratch();
  const paths = { source: join(root, 'source'), file: join(root, 'file.sealed'), back: join(root, 'back') };
  writeFileSync(paths.source, bytes);
  await sealFile(paths.source, paths.file, key, random);
  return paths;
}

describe('a sealed file', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('of %d bytes comes back as it was', async (size) => {
    const bytes = randomBytes(size);
    const { file, back } = await sealed(bytes);
    await unsealFile(file, back, key);
    expect(readFileSync(back).equals(bytes)).toBe(true);
    expect(statSync(back).mode & 0o777).toBe(0o600);
  });

  it('shows nothing of its content, and differs each time', async () => {
    const bytes = Buffer.from('ada@example.org '.repeat(100));
    const [first, second] = [await sealed(bytes), await sealed(bytes)];
    expect(readFileSync(first.file).includes('example.org')).toBe(false);
    expect(readFileSync(first.file).equals(readFileSync(second.file))).toBe(false);
  });

  const parts = (bytes: Buffer): Buffer[] => {
    const body = bytes.subarray(header);
    return [
      bytes.subarray(0, header),
      ...Array.from({ length: Math.ceil(body.length / (chunk + 16)) }, (_, n) =>
        body.subarray(n * (chunk + 16), (n + 1) * (chunk + 16)),
      ),
    ];
  };
  it.each<[string, (parts: Buffer[]) => Buffer[]]>([
    ['cut in the middle of a chunk', (p) => [...p.slice(0, 2), (p[2] as Buffer).subarray(0, 1000)]],
    ['cut between chunks', (p) => p.slice(0, 3)],
    ['without its last chunk', (p) => p.slice(0, -1)],
    ['with nothing but its header', (p) => p.slice(0, 1)],
    ['cut in its header', (p) => [(p[0] as Buffer).subarray(0, 12)]],
    ['empty', () => []],
    ['with two chunks swapped', (p) => [p[0], p[2], p[1], ...p.slice(3)] as Buffer[]],
    ['with a chunk repeated', (p) => [p[0], p[1], p[1], ...p.slice(2)] as Buffer[]],
    ['with its last chunk twice', (p) => [...p, p.at(-1) as Buffer]],
    ['with a byte appended', (p) => [...p, Buffer.from([0])]],
    [
      'with a bit flipped in a chunk',
      (p) => p.map((part, n) => (n === 2 ? Buffer.from(part.map((byte, at) => (at === 5 ? byte ^ 1 : byte))) : part)),
    ],
    [
      'with a bit flipped in its salt',
      (p) => [Buffer.from((p[0] as Buffer).map((byte, at) => (at === 20 ? byte ^ 1 : byte))), ...p.slice(1)],
    ],
    [
      'of another format version',
      (p) => [Buffer.from((p[0] as Buffer).map((byte, at) => (at === 8 ? 2 : byte))), ...p.slice(1)],
    ],
  ])('%s does not open, and leaves nothing behind', async (_, change) => {
    const { file, back } = await sealed(randomBytes(3 * chunk + 77));
    writeFileSync(file, Buffer.concat(change(parts(readFileSync(file)))));
    await expect(unsealFile(file, back, key)).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
      message: expect.stringContaining('Import the source file again'),
    });
    expect(existsSync(back) || existsSync(`${back}.partial`)).toBe(false);
  });

  it('opens only under its own name, in its own workspace, with its own key', async () => {
    const { file, back } = await sealed(Buffer.from('x'));
    for (const other of [
      { ...key, name: 'other' },
      { ...key, workspaceId: 'v' },
      { ...key, master: randomBytes(32) },
    ])
      await expect(unsealFile(file, back, other)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  it('a full disk leaves the sealed file that was there, and nothing else', async () => {
    const { source, file } = await sealed(Buffer.from('first'));
    const before = readFileSync(file);
    writeFileSync(source, randomBytes(3 * chunk));
    let written = 0;
    const fullDisk = async (
      handle: { write(bytes: Uint8Array): Promise<unknown> },
      bytes: Uint8Array,
    ): Promise<void> => {
      written += bytes.length;
      if (written > 2 * chunk)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      await handle.write(bytes);
    };
    await expect(sealFile(source, file, key, random, { write: fullDisk })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['file.sealed', 'source']);
  });

  it('is not written through a link that lies in its way', async () => {
    const { source, file } = await sealed(Buffer.from('first'));
    const outside = join(scratch(), 'outside');
    writeFileSync(outside, 'not ours');
    symlinkSync(outside, `${file}.partial`);
    await sealFile(source, file, key, random);
    expect(readFileSync(outside, 'utf8')).toBe('not ours');
  });

  it('stops when it is cancelled, and leaves nothing half-written', async () => {
    const { source, file } = await sealed(randomBytes(chunk));
    rmSync(file);
    await expect(sealFile(source, file, key, random, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'JOB_CANCELLED',
    });
    expect(readdirSync(join(file, '..'))).toEqual(['source']);
  });
});

describe('sealed data in a workspace', () => {
  it('is sealed from the working directory, opened into it once, and removed', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    const source = join(workspace.workDirectory, 'd1.rows');
    writeFileSync(source, 'some rows');
    await workspace.seal('d1.rows', source);
    expect(readdirSync(join(directory, 'data'))).toEqual(['d1.rows.sealed']);
    await workspace.close();
    const again = await openWorkspace(directory, { passphrase }, env);
    const path = await again.unseal('d1.rows');
    expect(path.startsWith(again.workDirectory)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('some rows');
    expect(await again.unseal('d1.rows')).toBe(path);
    again.removeSealed('d1.rows');
    expect(again.hasSealed('d1.rows')).toBe(false);
    expect(existsSync(path)).toBe(false);
    for (const name of ['../keys', 'a/b', '.hidden', '', 'x'.repeat(200)])
      await expect(again.unseal(name)).rejects.toThrow();
    await again.close();
  });

  it('can be lost without losing anything else', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    writeFileSync(join(workspace.workDirectory, 'd1.rows'), 'some rows');
    await workspace.seal('d1.rows', join(workspace.workDirectory, 'd1.rows'));
    appendSome(workspace, 1);
    await workspace.close();
    rmSync(join(directory, 'data'), { recursive: true });
    const again = await openWorkspace(directory, { passphrase }, env);
    expect(again.notices).toEqual([]);
    expect(again.hasSealed('d1.rows')).toBe(false);
    await expect(again.unseal('d1.rows')).rejects.toMatchObject({
      code: 'FILE_MISSING',
      message: expect.stringContaining('Import the source file again'),
    });
    writeFileSync(join(again.workDirectory, 'd2.rows'), 'new rows');
    await again.seal('d2.rows', join(again.workDirectory, 'd2.rows'));
    truncateSync(join(directory, 'data', 'd2.rows.sealed'), 30);
    rmSync(join(again.workDirectory, 'd2.rows'));
    await expect(again.unseal('d2.rows')).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    await again.close();
  });

  it(
    'nothing of it is in the clear anywhere once the workspace is closed, and nothing at all in the working ' +
      'directories',
    async () => {
      const planted = 'olga.planted@example.org';
      const { workspace, directory, env, root } = await makeWorkspace();
      const source = join(workspace.workDirectory, 'd1.rows');
      writeFileSync(source, `${planted}\n`.repeat(1000));
      await workspace.seal('d1.rows', source);
      workspace.register.append({
        kind: 'dataset.imported',
        subjectRef: 'd1',
        payload: {
          datasetId: 'd1',
          name: 'customers',
          fileName: 'customers.csv',
          sha256: 'a'.repeat(64),
          bytes: 25_000,
          rows: 1000,
          rejectedRows: 0,
          columns: 1,
          format: 'csv',
        },
      });
      await workspace.close();
      const again = await openWorkspace(directory, { passphrase }, env);
      await again.unseal('d1.rows');
      await again.close();
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((name) => join(root, name))
        .filter((name) => statSync(name).isFile());
      expect(files.length).toBeGreaterThan(4);
      for (const file of files)
        for (const encoding of ['utf8', 'utf16le'] as const)
          expect(readFileSync(file).includes(Buffer.from(planted, encoding)), file).toBe(false);
      expect(readdirSync(env.workRoot)).toEqual([]);
      expect(existsSync(join(directory, 'lock.json'))).toBe(false);
    },
  );
});
