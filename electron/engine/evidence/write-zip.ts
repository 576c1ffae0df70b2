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
