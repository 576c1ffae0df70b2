import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { workbookText } from '#shared/text/engine/workbook.ts';
import { Refusal } from '../refusal.ts';

const mebibyte = 1024 ** 2;
const mostEntries = 10_000;
const mostDirectory = 64 * mebibyte;
/** Workbooks of a million rows unpack to 1–2 GB; more is refused before a byte is unpacked. */
const mostUnpacked = 4 * 1024 ** 3;
const mostRatio = 250;

/** The parts of a ZIP package by name. What is unpacked is held to the size that the directory states. */
export interface ZipParts {
  names: ReadonlySet<string>;
  /** Unpacked bytes of a part, piece by piece; null where there is no such part. */
  stream(name: string): Promise<Readable | null>;
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
  const zip = await openPromise(file.path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() => Promise.reject(cut()));
  zip.on('error', () => undefined);
  try {
    if (zip.entryCount > mostEntries) throw new Refusal('FILE_DAMAGED', workbookText.tooManyParts(file.fileName, zip.entryCount));
    const entries = await listEntries(zip, file, bounded).catch((error: unknown) => Promise.reject(error instanceof Refusal ? error : cut()));
    return {
      names: new Set(entries.keys()),
      stream: async (name) => {
        const entry = entries.get(name);
        return entry === undefined ? null : await zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile, { fileName, bytes }: ZipSource, bounded: boolean): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let listed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    listed += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (listed > mostDirectory) throw new Refusal('FILE_DAMAGED', workbookText.tooManyParts(fileName, zip.entryCount));
    unpacked += entry.uncompressedSize;
    entries.set(entry.fileNameRaw.toString('utf8'), entry);
  }
  const tooMuch = unpacked > mostUnpacked || (unpacked > 64 * mebibyte && unpacked > mostRatio * bytes);
  if (bounded && tooMuch) throw new Refusal('FILE_DAMAGED', workbookText.unpacksToTooMuch(fileName, Math.round(unpacked / mebibyte)));
  return entries;
}

/** A part as text where it has at most `most` bytes. @throws Error where it is larger, damaged or missing */
export async function readPart(parts: ZipParts, name: string, most: number): Promise<string> {
  const stream = await parts.stream(name);
  if (stream === null) throw new Error('no such part');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new Error('part too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
