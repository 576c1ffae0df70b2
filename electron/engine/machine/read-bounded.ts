import { open, stat } from 'node:fs/promises';

export type Unreadable = 'missing' | 'folder' | 'no-file' | 'too-large' | 'unreadable';

/** Why a small file was not read; the caller has the sentence. */
export class UnreadableFile extends Error {
  readonly why: Unreadable;
  constructor(why: Unreadable, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/**
 * Reads a file that is small by its nature, and of anything larger no more than the limit: a device has no end.
 * `regular` refuses pipes and devices before they are opened.
 * @throws UnreadableFile
 */
export async function readBounded(
  path: string,
  most: number,
  { regular = true }: { regular?: boolean } = {},
): Promise<Buffer> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'missing' : 'unreadable', error);
  });
  if (found.isDirectory()) throw new UnreadableFile('folder');
  if (regular && !found.isFile()) throw new UnreadableFile('no-file');
  if (found.isFile() && found.size > most) throw new UnreadableFile('too-large');
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new UnreadableFile('unreadable', error);
  });
  try {
    return await readUpTo(handle, most);
  } finally {
    await handle.close();
  }
}

async function readUpTo(handle: Awaited<ReturnType<typeof open>>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const piece = Buffer.alloc(65_536);
    const { bytesRead } = await handle.read(piece, 0, piece.length, null).catch((error: unknown) => {
      throw new UnreadableFile('unreadable', error);
    });
    if (bytesRead === 0) return Buffer.concat(pieces);
    bytes += bytesRead;
    if (bytes > most) throw new UnreadableFile('too-large');
    pieces.push(piece.subarray(0, bytesRead));
  }
}
