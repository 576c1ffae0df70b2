import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { Refusal } from '../refusal.ts';

const mebibyte = 1024 ** 2;
const mostEntries = 10_000;
const mostDirectory = 64 * mebibyte;
/** Workbooks of a million rows unpack to 1–2 GB; more is refused before a byte is unpacked. */
const mostUnpacked = 4 * 1024 ** 3;
const mostRatio = 250;

/**
 * The parts of a ZIP package by name, however it is written. What is unpacked is held to the size that the directory
 * states.
 */
export interface ZipParts {
  has(name: string): boolean;
  /**
   * Unpacked bytes of a part, piece by piece; null where there is no such part. Ends with an Error where they are not
   * those that were packed.
   */
  stream(name: string): Promise<AsyncIterable<Buffer> | null>;
  close(): void;
}

export interface ZipSource {
  path: string;
  fileName: string;
  bytes: number;
}

/**
 * Opens a ZIP package without unpacking anything. For the worker: nothing of it runs beside other work.
 * @param bounded refuse what would unpack to more than a workbook from outside may
 * @throws Refusal where the directory is missing (the file was cut off) or the package would unpack to too much
 */
export async function openZip(file: ZipSource, bounded = true): Promise<ZipParts> {
  const cut = () => new Refusal('FILE_DAMAGED', workbookText.cutOff(file.fileName));
  const zip = await openPromise(file.path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() =>
    Promise.reject(cut()),
  );
  zip.on('error', () => undefined);
  try {
    if (zip.entryCount > mostEntries)
      throw new Refusal('FILE_DAMAGED', workbookText.tooManyParts(file.fileName, zip.entryCount));
    const entries = await listEntries(zip, file, bounded).catch((error: unknown) =>
      Promise.reject(error instanceof Refusal ? error : cut()),
    );
    return {
      has: (name) => entries.has(name.toLowerCase()),
      stream: async (name) => {
        const entry = entries.get(name.toLowerCase());
        return entry === undefined ? null : whole(await zip.openReadStreamPromise(entry), entry.crc32);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function* whole(stream: Readable, sum: number): AsyncGenerator<Buffer> {
  let found = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    found = crc32(piece, found);
    yield piece;
  }
  if (found !== sum) throw new Error('part is damaged');
}

async function listEntries(
  zip: ZipFile,
  { fileName, bytes }: ZipSource,
  bounded: boolean,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let listed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    listed += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (listed > mostDirectory) throw new Refusal('FILE_DAMAGED', workbookText.tooManyParts(fileName, zip.entryCount));
    unpacked += entry.uncompressedSize;
    entries.set(entry.fileNameRaw.toString('utf8').toLowerCase(), entry);
  }
  const tooMuch = unpacked > mostUnpacked || (unpacked > 64 * mebibyte && unpacked > mostRatio * bytes);
  if (bounded && tooMuch)
    throw new Refusal('FILE_DAMAGED', workbookText.unpacksToTooMuch(fileName, Math.round(unpacked / mebibyte)));
  return entries;
}

/** A part as text where it has at most `most` bytes. @throws Error where it is larger, damaged or missing */
export async function readPart(parts: ZipParts, name: string, most: number): Promise<string> {
  const stream = await parts.stream(name);
  if (stream === null) throw new Error('no such part');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) throw new Error('part too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
