import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Failure } from '#shared/contract/failure.ts';
import { workbookText } from '#shared/text/engine/workbook.ts';
import type { CheckedFile } from '../check-file.ts';

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const inflate = promisify(inflateRaw);
const mostEntries = 10_000;
/** Workbooks of a million rows unpack to 1–2 GB; more is refused before a byte is unpacked. */
const mostUnpacked = 4 * 1024 ** 3;
const mostRatio = 250;

/**
 * Lists the entries of a ZIP package from its directory, without unpacking anything, and refuses what would not fit: the sizes it
 * states are the ones the reader holds every entry to.
 * @throws Failure FILE_DAMAGED where the directory is missing (the file was cut off) or the package would unpack to too much
 */
export async function readZipDirectory(file: CheckedFile): Promise<ZipEntry[]> {
  const cut = () => new Failure('FILE_DAMAGED', workbookText.cutOff(file.fileName));
  const handle = await open(file.path, 'r');
  try {
    const tailSize = Math.min(file.bytes, 65_557);
    const tail = await readAt(handle, file.bytes - tailSize, tailSize);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0 || tail.length - end < 22) throw cut();
    let count = tail.readUInt16LE(end + 10);
    let size = tail.readUInt32LE(end + 12);
    let start = tail.readUInt32LE(end + 16);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
      const locator = end >= 20 ? end - 20 : -1;
      if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw cut();
      const large = await readAt(handle, Number(tail.readBigUInt64LE(locator + 8)), 56);
      if (large.length < 56) throw cut();
      count = Number(large.readBigUInt64LE(32));
      size = Number(large.readBigUInt64LE(40));
      start = Number(large.readBigUInt64LE(48));
    }
    if (start + size > file.bytes) throw cut();
    if (count > mostEntries || size > 64 * 1024 * 1024) throw new Failure('FILE_DAMAGED', workbookText.tooManyParts(file.fileName, count));
    const entries = listEntries(await readAt(handle, start, size), count);
    if (entries === null) throw cut();
    const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
    if (unpacked > mostUnpacked || (unpacked > 64 * 1024 * 1024 && unpacked > mostRatio * file.bytes)) {
      throw new Failure('FILE_DAMAGED', workbookText.unpacksToTooMuch(file.fileName, Math.round(unpacked / 1024 ** 2)));
    }
    return entries;
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  const { bytesRead } = await handle.read(buffer, 0, size, position);
  return buffer.subarray(0, bytesRead);
}

function listEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
    const nameSize = directory.readUInt16LE(at + 28);
    const extraSize = directory.readUInt16LE(at + 30);
    const entry: ZipEntry = {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameSize),
    };
    largeSizes(directory.subarray(at + 46 + nameSize, at + 46 + nameSize + extraSize), entry);
    entries.push(entry);
    at += 46 + nameSize + extraSize + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** ZIP64: sizes that do not fit into 32 bits stand in an extra field, in this order. */
function largeSizes(extra: Buffer, entry: ZipEntry): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    for (const key of ['unpacked', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || place + 8 > extra.length) continue;
      entry[key] = Number(extra.readBigUInt64LE(place));
      place += 8;
    }
  }
}

/** Unpacks one small entry, to the size it states and at most `most` bytes. @throws Error where it is larger or damaged */
export async function readZipEntry(path: string, entry: ZipEntry, most: number): Promise<Buffer> {
  if (entry.unpacked > most || entry.packed > most) throw new Error('entry too large');
  const handle = await open(path, 'r');
  try {
    const local = await readAt(handle, entry.offset, 30);
    const data = await readAt(handle, entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), entry.packed);
    return entry.method === 0 ? data : await inflate(data, { maxOutputLength: Math.max(1, entry.unpacked) });
  } finally {
    await handle.close();
  }
}
