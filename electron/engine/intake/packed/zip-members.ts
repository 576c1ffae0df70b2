import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Failure } from '#shared/contract/failure.ts';
import { packedText } from '#shared/text/engine/packed.ts';
import type { CheckedFile } from '../check-file.ts';

const mostEntries = 10_000;
const mostDirectory = 64 * 1024 ** 2;
/** Endings of files that are tables; beside one of these, files with another ending are notes and pictures. */
const tableEndings = new Set(
  '.csv .tsv .tab .psv .json .jsonl .ndjson .geojson .parquet .pq .xlsx .xlsm .sqlite .sqlite3 .db .log .vcf'.split(
    ' ',
  ),
);
const textEndings = new Set(['.txt']);
/** Endings of files that never are one, and are not offered. */
const otherEndings = new Set(
  '.pdf .html .htm .md .png .jpg .jpeg .gif .svg .webp .css .js .xml .yml .yaml .doc .docx .ppt .pptx .rtf'.split(' '),
);

/** A file in an archive. `bytes`: unpacked, as the archive's directory states. */
export interface Member {
  name: string;
  bytes: number;
  /** Its unpacked bytes. Ends with an Error where they are not those that were packed. */
  stream(): Promise<AsyncIterable<Buffer>>;
}

export interface Archive {
  /** Files that may be tables, in the archive's order; and how many files are none. */
  members: Member[];
  others: number;
  close(): void;
}

/** A member's name as it is shown, never a path to write to: in UTF-8 where it is, else byte by byte. */
const nameOf = ({ fileNameRaw: raw }: Entry): string => (isUtf8(raw) ? raw.toString('utf8') : raw.toString('latin1'));

const isFile = (name: string): boolean =>
  !name.endsWith('/') && !name.endsWith('\\') && !/(?:^|[/\\])(?:__MACOSX[/\\]|\.)/.test(name);

async function* whole(stream: Readable, sum: number): AsyncGenerator<Buffer> {
  let found = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    found = crc32(piece, found);
    yield piece;
  }
  if (found !== sum) throw new Error('member is damaged');
}

async function listEntries(zip: ZipFile, fileName: string): Promise<{ name: string; entry: Entry }[]> {
  const tooMany = () => new Failure('FILE_DAMAGED', packedText.tooManyMembers(fileName, mostEntries));
  if (zip.entryCount > mostEntries) throw tooMany();
  const found: { name: string; entry: Entry }[] = [];
  let listed = 0;
  for await (const entry of zip.eachEntry()) {
    listed += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (listed > mostDirectory) throw tooMany();
    const name = nameOf(entry);
    if (isFile(name)) found.push({ name, entry });
  }
  return found;
}

/**
 * The files of a ZIP archive that may be tables. Nothing is unpacked yet.
 * @throws Failure FILE_DAMAGED where it has no directory (it was cut off) or too much of one
 */
export async function openArchive({ path, fileName }: CheckedFile): Promise<Archive> {
  const cut = () => new Failure('FILE_DAMAGED', packedText.cutOff(fileName));
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() =>
    Promise.reject(cut()),
  );
  zip.on('error', () => undefined);
  try {
    const files = await listEntries(zip, fileName).catch((error: unknown) =>
      Promise.reject(error instanceof Failure ? error : cut()),
    );
    const endsLike = (endings: ReadonlySet<string>) => (file: { name: string }) =>
      endings.has(extname(file.name).toLowerCase());
    // A text may be a table, and beside one that is named so it is a note.
    const tables = [tableEndings, textEndings]
      .map((endings) => files.filter(endsLike(endings)))
      .find(({ length }) => length > 0);
    const offered = tables !== undefined ? tables : files.filter((file) => !endsLike(otherEndings)(file));
    return {
      members: offered.map(({ name, entry }) => ({
        name,
        bytes: entry.uncompressedSize,
        stream: async () => {
          if (entry.isEncrypted()) throw new Failure('FORMAT_UNKNOWN', packedText.encrypted(fileName));
          if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
            throw new Failure('FORMAT_UNKNOWN', packedText.otherMethod(fileName, entry.compressionMethod));
          return whole(await zip.openReadStreamPromise(entry), entry.crc32);
        },
      })),
      others: files.length - offered.length,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}
