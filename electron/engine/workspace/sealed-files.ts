import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deriveKey } from '#engine/keys/derive-key.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';

/**
 * A sealed file: magic, version, a random salt (together the header), then chunks of 1 MiB under AES-256-GCM, each
 * followed by its 16-byte tag. The key is the file's own (HKDF over the salt); a chunk's nonce is its number and
 * whether it is the last, so that a chunk that was moved, repeated or left out, and a file that ends early, fail to
 * open. (The STREAM construction.)
 */
const magic = Buffer.from('CUSTSEAL\u0001', 'latin1');
const saltBytes = 16;
const tagBytes = 16;
const chunkBytes = 2 ** 20;
const mostChunks = 2 ** 32 - 1;

/** How bytes reach the disk; a test puts a full disk here. */
export type WriteBytes = (handle: FileHandle, bytes: Uint8Array) => Promise<void>;

const writeAll: WriteBytes = async (handle, bytes) => {
  for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done)).bytesWritten;
};

export interface SealOptions {
  signal?: AbortSignal | undefined;
  write?: WriteBytes | undefined;
}

interface SealKey {
  master: Uint8Array;
  workspaceId: string;
  /** Name of the sealed file, under the seal: one file cannot stand in for another. */
  name: string;
}

const fileKey = ({ master, workspaceId, name }: SealKey, salt: Uint8Array): Buffer =>
  deriveKey(master, workspaceId, `seal/${Buffer.from(salt).toString('hex')}/${name}`);

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function readFully(handle: FileHandle, into: Buffer): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** Writes a file under a temporary name beside it, flushes it and renames it; on any error nothing is left of it. */
async function writeWhole(target: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${target}.partial`;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  try {
    // Not through whatever may lie there, a link for example.
    await rm(temporary, { force: true });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const checkAborted = (signal: AbortSignal | undefined): void => {
  throwIfCancelled(signal);
};

/**
 * Calls `each` with the chunks of a file, the last one (possibly empty) marked; reads one ahead to know which is last.
 */
async function eachChunk(
  handle: FileHandle,
  size: number,
  signal: AbortSignal | undefined,
  each: (chunk: Buffer, number: number, last: boolean) => Promise<void>,
): Promise<void> {
  let current = Buffer.alloc(size);
  let filled = await readFully(handle, current);
  for (let number = 0; ; number += 1) {
    checkAborted(signal);
    if (number > mostChunks) throw new Failure('FILE_DAMAGED', workspaceText.tooLargeToSeal);
    const next = Buffer.alloc(filled === size ? size : 0);
    const following = await readFully(handle, next);
    await each(current.subarray(0, filled), number, following === 0);
    if (following === 0) return;
    current = next;
    filled = following;
  }
}

/**
 * Seals `source` into `target`, streaming; the target appears whole or not at all.
 * @returns SHA-256 (hex) of what was written
 */
export async function sealFile(
  source: string,
  target: string,
  key: SealKey,
  random: (n: number) => Uint8Array,
  { signal, write = writeAll }: SealOptions = {},
): Promise<string> {
  const input = await open(source, 'r');
  const hash = createHash('sha256');
  try {
    await writeWhole(target, async (output) => {
      const put = (bytes: Uint8Array): Promise<void> => {
        hash.update(bytes);
        return write(output, bytes);
      };
      const salt = Buffer.from(random(saltBytes));
      const header = Buffer.concat([magic, salt]);
      const secret = fileKey(key, salt);
      await put(header);
      await eachChunk(input, chunkBytes, signal, async (chunk, number, last) => {
        const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(number, last)).setAAD(header);
        await put(Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]));
      });
    });
    return hash.digest('hex');
  } finally {
    await input.close();
  }
}

/** Opens a sealed file into `target`. @throws Failure FILE_DAMAGED when any byte of it was changed, moved or cut off */
export async function unsealFile(
  sealed: string,
  target: string,
  key: SealKey,
  { signal, write = writeAll }: SealOptions = {},
): Promise<void> {
  const damaged = (): Failure => new Failure('FILE_DAMAGED', workspaceText.sealedDamaged(key.name));
  const input = await open(sealed, 'r');
  try {
    const header = Buffer.alloc(magic.length + saltBytes);
    if ((await readFully(input, header)) !== header.length || !header.subarray(0, magic.length).equals(magic))
      throw damaged();
    const secret = fileKey(key, header.subarray(magic.length));
    await writeWhole(target, async (output) => {
      await eachChunk(input, chunkBytes + tagBytes, signal, async (chunk, number, last) => {
        if (chunk.length < tagBytes) throw damaged();
        const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(number, last))
          .setAAD(header)
          .setAuthTag(chunk.subarray(chunk.length - tagBytes));
        const plain = decipher.update(chunk.subarray(0, chunk.length - tagBytes));
        try {
          decipher.final();
        } catch {
          throw damaged();
        }
        await write(output, plain);
      });
    });
  } finally {
    await input.close();
  }
}
