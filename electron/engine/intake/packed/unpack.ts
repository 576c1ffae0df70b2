import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, statfs } from 'node:fs/promises';
import { extname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection } from '#shared/domain/intake.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { packedText } from '#shared/text/engine/packed.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { type CheckedFile, checkFile } from '../check-file.ts';
import type { IntakeProgress } from '../context.ts';
import { hashFile } from '../hash-file.ts';
import { type PackedKind, packedKind } from './packed-kind.ts';
import { unpackGzip, unpackZstd } from './unpack-stream.ts';
import { type Archive, type Member, openArchive } from './zip-members.ts';

const mebibyte = 1024 ** 2;
/** Tables are packed to a tenth or a hundredth; what comes out of a file that is made to fill a disk is a thousandfold. */
const mostRatio = 250;
const harmless = 64 * mebibyte;
const mostUnpacked = 64 * 1024 * mebibyte;
/** What is left of the disk, however large a table is. */
const leaveFree = 512 * mebibyte;
const askDiskEvery = 64 * mebibyte;

export interface UnpackContext {
  /** Path prefix in the private directory. */
  work: string;
  /** The file of an archive to read; absent: the largest. */
  member: string | undefined;
  signal: AbortSignal | undefined;
  progress?: (progress: IntakeProgress) => void;
  /** False where nobody asks for the SHA-256 of the packed file. */
  fingerprint?: boolean;
  /** Bytes after which unpacking ends without complaint: a look at the beginning. */
  most?: number;
}

/** A packed file, and the table that was in it. */
export interface Unpacked {
  file: CheckedFile;
  /** SHA-256 of the packed file; empty where none was asked for. */
  sha256: string;
  /** The member that was read, where the file is an archive, and all that could be. */
  member: string | undefined;
  members: string[];
  detections: Detection[];
  warnings: string[];
}

/** What writing the unpacked bytes is held to. */
interface Bounds {
  file: CheckedFile;
  most: number;
}

async function refuseFullDisk(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  if (bavail * bsize < leaveFree) throw new Failure('DISK_FULL', engineText.diskFull);
}

/**
 * Writes unpacked bytes to a new file that only this user may read.
 * @throws Failure FILE_DAMAGED where there is no end to them, DISK_FULL before the disk is
 */
async function write(
  pieces: AsyncIterable<Buffer>,
  target: string,
  { file: { fileName, bytes: packed }, most }: Bounds,
  signal: AbortSignal | undefined,
): Promise<number> {
  let output: FileHandle | undefined;
  let written = 0;
  let asked = 0;
  try {
    output = await open(target, 'wx', 0o600);
    for await (const piece of pieces) {
      throwIfCancelled(signal);
      if (written >= asked) {
        await refuseFullDisk(target);
        asked = written + askDiskEvery;
      }
      const bytes = piece.subarray(0, most - written);
      written += bytes.length;
      if (written > mostUnpacked || (written > harmless && written > mostRatio * packed))
        throw new Failure('FILE_DAMAGED', packedText.unpacksToTooMuch(fileName, packed));
      await output.appendFile(bytes);
      if (written >= most) break;
    }
    return written;
  } finally {
    await output?.close();
  }
}

/** The bytes of a packed file as they lie on the disk; each is seen once, in order. */
async function* packedBytes(
  { path, bytes }: CheckedFile,
  { signal, progress }: UnpackContext,
  see: (piece: Buffer) => void,
): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const piece of createReadStream(path, { highWaterMark: mebibyte }) as AsyncIterable<Buffer>) {
    throwIfCancelled(signal);
    see(piece);
    done += piece.length;
    progress?.({ phase: jobsText.phases.unpacking, done, total: bytes, unit: 'bytes' });
    yield piece;
  }
}

/** What is damaged in a packed file is that; a Failure and an error of the disk pass unchanged. */
function damaged(error: unknown, fileName: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof Failure || /^E[A-Z]+$/.test(code)
    ? error
    : new Failure('FILE_DAMAGED', packedText.damaged(fileName));
}

async function unpackOne(file: CheckedFile, kind: 'gzip' | 'zstd', context: UnpackContext): Promise<Unpacked> {
  const ending = extname(file.fileName.slice(0, -file.ending.length)).toLowerCase();
  const target = `${context.work}unpacked${/^\.\w{1,16}$/.test(ending) ? ending : ''}`;
  const hash = createHash('sha256');
  const warnings: string[] = [];
  const source = packedBytes(file, context, (piece) => {
    if (context.fingerprint !== false) hash.update(piece);
  });
  const beyond = () => warnings.push(packedText.bytesBehind);
  const pieces = kind === 'gzip' ? unpackGzip(source, file.bytes, beyond) : unpackZstd(source);
  await write(pieces, target, { file, most: context.most ?? Infinity }, context.signal);
  return {
    file: await inside(target, file, file.fileName),
    sha256: context.fingerprint === false ? '' : hash.digest('hex'),
    member: undefined,
    members: [],
    detections: [{ option: 'packed', value: packedText.called[kind], reason: packedText.beginsLike[kind] }],
    warnings,
  };
}

/** The unpacked file, called as the person knows it; its stamp is that of the packed one. */
async function inside(target: string, packed: CheckedFile, called: string): Promise<CheckedFile> {
  const file = await checkFile(target, called);
  if (packedKind(file.head, file.ending) !== null)
    throw new Failure('FORMAT_UNKNOWN', packedText.packedTwice(packed.fileName));
  return { ...file, stamp: packed.stamp };
}

/** The member that a person has named, else the largest. */
function chooseMember({ members }: Archive, { fileName }: CheckedFile, name: string | undefined): Member {
  const found =
    name === undefined
      ? members.reduce<Member | undefined>((most, one) => (most && most.bytes >= one.bytes ? most : one), undefined)
      : members.find((member) => member.name === name);
  if (found) return found;
  if (members.length === 0) throw new Failure('FORMAT_UNKNOWN', packedText.noTable(fileName));
  const names = members.map((member) => member.name);
  throw new Failure('WRONG_USAGE', packedText.noSuchMember(fileName, names));
}

async function unpackMember(file: CheckedFile, context: UnpackContext): Promise<Unpacked> {
  const archive = await openArchive(file);
  try {
    const chosen = chooseMember(archive, file, context.member);
    const names = archive.members.map(({ name }) => name);
    const ending = extname(chosen.name).toLowerCase();
    const target = `${context.work}unpacked${/^\.\w{1,16}$/.test(ending) ? ending : ''}`;
    const refused = chosen.bytes > harmless && chosen.bytes > mostRatio * file.bytes;
    if (refused || chosen.bytes > mostUnpacked)
      throw new Failure('FILE_DAMAGED', packedText.unpacksToTooMuch(file.fileName, file.bytes));
    await write(await chosen.stream(), target, { file, most: context.most ?? Infinity }, context.signal);
    const sha256 =
      context.fingerprint === false ? '' : await hashFile(file, context.progress ?? (() => undefined), context.signal);
    const others = names.filter((name) => name !== chosen.name);
    const why =
      context.member !== undefined
        ? intakeText.chosenByPerson
        : others.length === 0
          ? packedText.onlyTable(archive.others)
          : packedText.largestOf(names.length);
    return {
      file: await inside(target, file, packedText.inArchive(file.fileName, chosen.name)),
      sha256,
      member: chosen.name,
      members: names,
      detections: [
        { option: 'packed', value: packedText.called.zip, reason: packedText.beginsLike.zip },
        { option: 'member', value: chosen.name, reason: why },
      ],
      warnings: others.length > 0 && context.member === undefined ? [packedText.otherMembers(chosen.name, others)] : [],
    };
  } finally {
    archive.close();
  }
}

const unpackers: Record<PackedKind, (file: CheckedFile, context: UnpackContext) => Promise<Unpacked>> = {
  gzip: (file, context) => unpackOne(file, 'gzip', context),
  zstd: (file, context) => unpackOne(file, 'zstd', context),
  zip: unpackMember,
};

/**
 * The table in a gzip, Zstandard or ZIP file, unpacked into the private directory and nowhere else; null where the file
 * is not packed. The caller removes everything that begins with `work`.
 * @throws Failure FILE_DAMAGED, FORMAT_UNKNOWN (no table, encrypted, packed twice), WRONG_USAGE (no such member),
 *   DISK_FULL, JOB_CANCELLED
 */
export async function unpack(file: CheckedFile, context: UnpackContext): Promise<Unpacked | null> {
  const kind = packedKind(file.head, file.ending);
  if (kind === null) {
    if (context.member !== undefined) throw new Failure('WRONG_USAGE', packedText.noArchive(file.fileName));
    return null;
  }
  return unpackers[kind](file, context).catch((error: unknown) => Promise.reject(damaged(error, file.fileName)));
}
