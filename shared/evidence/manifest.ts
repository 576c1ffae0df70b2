import { z } from 'zod';
import { packProfiles } from '#shared/domain/pack-profile.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Names of the files that prove the others. */
export const manifestFile = 'MANIFEST.json';
export const manifestSignatureFile = 'MANIFEST.sig';

/**
 * `MANIFEST.json` of an evidence pack: every other file but its signature, in the order of their paths. Nothing in it
 * depends on the moment of making, so that one state gives one text; the moment stands in the signature's note.
 */
export const manifest = z.strictObject({
  format: z.literal('custos-evidence'),
  formatVersion: z.literal(1),
  workspaceId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  organisation: z.string().max(1000),
  /** ISO 8601: the state that the pack shows. */
  asOf: z.iso.datetime(),
  profile: z.enum(packProfiles),
  /** Ed25519, base64: the key of the workspace, which signed the log's head, the certificates and this pack. */
  publicKey: z.string().max(200),
  /** The log in the pack: so many entries, with this Merkle root (hex). */
  log: z.strictObject({ size: z.int().min(0), root: sha256 }),
  files: z.array(z.strictObject({ path: z.string().max(1000), bytes: z.int().min(0), sha256 })).max(100_000),
});
export type Manifest = z.infer<typeof manifest>;

/** `MANIFEST.json` as it is written. */
export const manifestText = (value: Manifest): string => `${JSON.stringify(manifest.parse(value), null, 2)}\n`;

/** The text that `MANIFEST.sig`, a C2SP signed note, signs: which pack, the hash of its manifest, and when. */
export const manifestNoteText = (workspaceId: string, manifestSha256: string, madeAt: string): string =>
  `custos-evidence/${workspaceId}\nsha256 ${manifestSha256}\nmade ${madeAt}\n`;

/** A short code of a pack that two people can read to each other: `4F2A-91C0`. */
export const readOutCode = (manifestSha256: string): string =>
  `${manifestSha256.slice(0, 4)}-${manifestSha256.slice(4, 8)}`.toUpperCase();

/**
 * What is wrong with the name of a file in a pack; null where it stays inside whatever it is unpacked into, on every
 * system.
 */
export function pathFault(path: string): 'empty' | 'absolute' | 'climbs' | 'sign' | 'long' | null {
  if (path === '') return 'empty';
  if (path.length > 1000) return 'long';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'absolute';
  // Control signs, and what other systems read as separators or refuse.
  if (/[\p{Cc}\\:*?"<>|]/u.test(path)) return 'sign';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part)))
    return 'climbs';
  return null;
}

/** Two names that some system takes for one are the same here. */
export const sameName = (path: string): string => path.normalize('NFC').toLowerCase();
