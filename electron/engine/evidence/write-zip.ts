import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file to be packed. */
export interface PackedFile {
  /** Relative, `/` between folders. */
  path: string;
  content: Buffer;
}

/** The earliest moment a ZIP can name: packs of one state are the same bytes whenever they are made. */
const noTime = new Date(1980, 0, 1);

/**
 * The files as a ZIP, in the order given. Stored, not packed: the same files give the same bytes everywhere, and no byte of
 * them can change without changing a file.
 */
export async function writeZip(files: readonly PackedFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, content } of files)
    zip.addBuffer(content, path, { mtime: noTime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A file that lies somewhere already: it is read piece by piece. */
export interface FileToPack {
  path: string;
  from: string;
}

/**
 * The same into a file of its own, of any size, with the moments of its files. Rejects where one of them cannot be read,
 * or is another than it was when it was begun.
 */
export async function writeZipFile(
  files: readonly (PackedFile | FileToPack)[],
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_done, fail) => zip.on('error', fail));
  for (const file of files)
    if ('content' in file) zip.addBuffer(file.content, file.path, { compress: false });
    else zip.addFile(file.from, file.path, { compress: false });
  zip.end();
  const written = pipeline(
    zip.outputStream,
    createWriteStream(target, { mode: 0o600 }),
    ...(signal ? [{ signal }] : []),
  );
  await Promise.race([written, failed]);
}
