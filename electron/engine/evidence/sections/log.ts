import { logOrigin } from '#shared/journal/checkpoint.ts';
import { logColumns } from '#shared/journal/log-entry.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { packPlaces } from '#shared/evidence/pack-places.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { SignedEntry } from '#engine/journal/all-entries.ts';
import { packedBytes, packedText, type PackedStamp, type PackSection } from '../pack-section.ts';
import { stampPath } from '../stamp-path.ts';
import type { PackedFile } from '../write-zip.ts';

/** Columns of an entry, and of its operator's signature. */
const columns = [...logColumns, 'public_key', 'signature'] as const;
/** An entry as a line of JSON: its columns in their order; what it has not (clock, signature) is left out. */
const line = (entry: SignedEntry): string =>
  `${JSON.stringify(Object.fromEntries(columns.flatMap((column) => (entry[column] === null ? [] : [[column, entry[column]]]))))}\n`;

/**
 * Each stamp beside the checkpoint that it is over, as `openssl ts -verify` takes them; once, however many entries tell of
 * it.
 */
function stampFiles(stamps: readonly PackedStamp[]): PackedFile[] {
  const heads = new Map(stamps.map(({ size, text }) => [size, text]));
  const files = new Map(stamps.map((stamp) => [stampPath(stamp), stamp.bytes]));
  return [
    ...[...heads].map(([size, text]) => packedText(`${packPlaces.stamps}/head-${size}.txt`, text)),
    ...[...files].map(([path, bytes]) => packedBytes(path, bytes)),
  ];
}

/** The log as it is stored, its signed head, the key that signed it in the form that other people's tools take, and the
 * program that checks all of it. */
export const logSection: PackSection = ({ entries, checkpoint, workspaceId, publicKey, profile, stamps, verifier }) => [
  packedText(`${packPlaces.verifier}/verify.mjs`, verifier.script),
  packedText(`${packPlaces.verifier}/verify.html`, verifier.page),
  // The public learns that there is a log and where it stands, not who did what.
  ...(profile === 'public' ? [] : [packedText(packPlaces.log, entries.map(line).join(''))]),
  packedText(packPlaces.checkpoint, checkpoint),
  ...stampFiles(profile === 'public' ? [] : stamps),
  packedText(
    packPlaces.publicKey,
    `${verifierKey({ name: logOrigin(workspaceId), publicKey }, '01', registerCrypto)}\n` +
      `${verifierKey({ name: logOrigin(workspaceId), publicKey }, '04', registerCrypto)}\n`,
  ),
];
