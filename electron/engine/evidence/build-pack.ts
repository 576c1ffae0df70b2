import { createHash } from 'node:crypto';
import {
  manifestFile,
  manifestNoteText,
  manifestSignatureFile,
  manifestText,
  readOutCode,
} from '#shared/evidence/manifest.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { roCrate } from '#shared/evidence/ro-crate.ts';
import { logOrigin, readNote } from '#shared/journal/checkpoint.ts';
import { leafText } from '#shared/journal/log-entry.ts';
import { rootOf } from '#shared/journal/merkle.ts';
import { signText, writeSignature } from '#shared/journal/signed-note.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { packedJson, packedText, type PackContents } from './pack-section.ts';
import { packSections } from './sections/index.ts';
import { readmeFiles } from './sections/readme.ts';
import { writeZip, type PackedFile } from './write-zip.ts';

export interface BuiltPack {
  zip: Buffer;
  /** SHA-256 of the manifest, and the code that is read out. */
  manifestSha256: string;
  code: string;
  /** All that lie in it, the manifest and its signature among them. */
  files: number;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const mediaTypes: Record<string, string> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  html: 'text/html',
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  mjs: 'text/javascript',
  tsr: 'application/timestamp-reply',
};
const mediaType = (path: string): string =>
  mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

/**
 * An evidence pack. One state gives the same bytes but for the signature of the manifest, which names the moment.
 * @param madeAt ISO 8601
 */
export async function buildPack(contents: PackContents, madeAt: string): Promise<BuiltPack> {
  const parts = await Promise.all(packSections.map(async (section) => section(contents)));
  const made = sorted(parts.flat());
  const files = sorted([...made, ...(await readmeFiles(contents, made))]);
  const all = sorted([...files, crateOf(contents, files)]);
  const text = manifestText({
    format: 'custos-evidence',
    formatVersion: 1,
    workspaceId: contents.workspaceId,
    organisation: contents.organisation,
    asOf: contents.asOf,
    profile: contents.profile,
    publicKey: contents.publicKey,
    log: headOf(contents),
    files: all.map(({ path, content }) => ({ path, bytes: content.length, sha256: sha256(content) })),
  });
  const hash = sha256(Buffer.from(text, 'utf8'));
  const packed = [
    ...all,
    packedText(manifestFile, text),
    packedText(manifestSignatureFile, signedManifest(contents, hash, madeAt)),
  ];
  const zip = await writeZip(packed);
  return { zip, manifestSha256: hash, code: readOutCode(hash), files: packed.length };
}

const sorted = (files: PackedFile[]): PackedFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** What the manifest says of the log: what its signed head says; of one that does not verify, what its entries give. */
function headOf({ checkpoint, publicKey, sound, entries }: PackContents): { size: number; root: string } {
  if (!sound) {
    const leaves = entries.map((entry) => registerCrypto.leafHash(leafText(entry)));
    return { size: entries.length, root: rootOf(leaves, registerCrypto) };
  }
  const read = readNote(checkpoint, publicKey, registerCrypto);
  if ('problem' in read) throw new RangeError('The head of the log cannot be read.');
  return { size: read.checkpoint.size, root: read.checkpoint.root };
}

function signedManifest({ workspaceId, publicKey, sign }: PackContents, hash: string, madeAt: string): string {
  const text = manifestNoteText(workspaceId, hash, madeAt);
  const signer = { name: logOrigin(workspaceId), publicKey, sign: (signed: string) => sign(signed).signature };
  return `${text}\n${writeSignature(signText(text, signer, registerCrypto), registerCrypto)}`;
}

const crateOf = (contents: PackContents, files: readonly PackedFile[]): PackedFile =>
  packedJson(
    'ro-crate-metadata.json',
    roCrate({
      organisation: contents.organisation,
      asOf: contents.asOf,
      madeAt: contents.asOf,
      program: contents.program,
      files: files.map(({ path, content }) => ({
        path,
        bytes: content.length,
        sha256: sha256(content),
        mediaType: mediaType(path),
      })),
      releases: (contents.profile === 'public' ? [] : contents.releases).map(({ id, certificate }) => ({
        path: `${packPlaces.releases}/${id}.certificate.json`,
        certificate,
      })),
    }),
  );
