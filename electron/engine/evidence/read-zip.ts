import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { pathFault, sameName } from '#shared/evidence/manifest.ts';
import { Failure } from '#shared/contract/failure.ts';
import { evidencePackText as text } from '#shared/text/engine/evidence-pack.ts';

const mebibyte = 1024 ** 2;
const mostFiles = 20_000;
/** Of everything in it. A register of 100,000 entries is some 100 MB. */
const mostBytes = 2 * 1024 ** 3;

/** A pack from outside, opened: its files by path, none read yet. */
export interface ZipContents {
  paths: readonly string[];
  /** Null where there is no such file. @throws Failure FILE_DAMAGED */
  read(path: string): Promise<Buffer | null>;
  /** The same piece by piece, for files that fit into no memory. Rejects after the last where it is damaged. */
  pieces(path: string): AsyncIterable<Buffer> | null;
  close(): void;
}

/**
 * Opens a ZIP that anybody may have made. Nothing of it reaches the file system.
 * @param file path of the pack; `name` is what people call it
 * @param most bytes of everything in it; as nothing is compressed, the size of the file itself is a bound as well
 * @throws Failure FILE_DAMAGED where it was cut short, names a file twice, a path that climbs out, or too much
 */
export async function readZip(path: string, name: string, most = mostBytes): Promise<ZipContents> {
  if (!existsSync(path)) throw new Failure('FILE_MISSING', text.notThere(name));
  const cut = (): Failure => new Failure('FILE_DAMAGED', text.cutShort(name));
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() =>
    Promise.reject(cut()),
  );
  zip.on('error', () => undefined);
  try {
    if (zip.entryCount > mostFiles) throw new Failure('FILE_DAMAGED', text.tooManyFiles(name, zip.entryCount));
    const entries = await listed(zip, name, most).catch((error: unknown) =>
      Promise.reject(error instanceof Failure ? error : cut()),
    );
    return {
      paths: [...entries.keys()],
      async read(file) {
        const entry = entries.get(file);
        if (entry === undefined) return null;
        return whole(await zip.openReadStreamPromise(entry), entry).catch(() =>
          Promise.reject(new Failure('FILE_DAMAGED', text.fileDamaged(name, file))),
        );
      },
      pieces(file) {
        const entry = entries.get(file);
        const damaged = (): Failure => new Failure('FILE_DAMAGED', text.fileDamaged(name, file));
        return entry === undefined ? null : checked(zip, entry, damaged);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listed(zip: ZipFile, name: string, most: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString('utf8');
    const fault = pathFault(path);
    if (fault !== null) throw new Failure('FILE_DAMAGED', text.path(name, path));
    if (seen.has(sameName(path))) throw new Failure('FILE_DAMAGED', text.twice(name, path));
    seen.add(sameName(path));
    size += entry.uncompressedSize;
    if (size > most) throw new Failure('FILE_DAMAGED', text.tooMuch(name, Math.round(most / mebibyte)));
    // Custos stores files as they are: nothing has to be unpacked, and nothing can grow.
    if (entry.compressionMethod !== 0 || entry.compressedSize !== entry.uncompressedSize)
      throw new Failure('FILE_DAMAGED', text.packed(name, path));
    entries.set(path, entry);
  }
  return entries;
}

/** The pieces of a file. Rejects with an error after the last where they are not what was packed. */
async function* piecesOf(stream: Readable, { uncompressedSize, crc32: sum }: Entry): AsyncIterable<Buffer> {
  let size = 0;
  let found = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > uncompressedSize) throw new Error('longer than its directory says');
    found = crc32(piece, found);
    yield piece;
  }
  if (size !== uncompressedSize || found !== sum) throw new Error('not what was packed');
}

async function* checked(zip: ZipFile, entry: Entry, damaged: () => Failure): AsyncIterable<Buffer> {
  try {
    yield* piecesOf(await zip.openReadStreamPromise(entry), entry);
  } catch {
    throw damaged();
  }
}

async function whole(stream: Readable, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(stream, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}
