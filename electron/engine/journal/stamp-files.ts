import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { readStamp } from '#engine/stamps/read-stamp.ts';
import { checkpointText } from '#shared/journal/checkpoint.ts';
import { headStatement } from '#shared/journal/head-statements.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldText } from '#shared/text/engine/held.ts';

/** Where a workspace keeps the time stamps of its heads, and the one with this SHA-256 (hex) among them. */
export const stampPlace = (directory: string, sha256?: string): string =>
  sha256 === undefined ? join(directory, 'stamps') : join(directory, 'stamps', `${sha256}.tsr`);

/** A time stamp that the log tells of, and the checkpoint that it is over. */
export interface KeptStamp {
  seq: number;
  size: number;
  authority: string;
  sha256: string;
  text: string;
}

/** The time stamps that these entries tell of, in their order. `origin` names the log. */
export const stampsIn = (
  entries: Iterable<{ seq: number; kind: string; payload: string }>,
  origin: string,
): KeptStamp[] =>
  [...entries].flatMap((entry) => {
    const said = headStatement(entry);
    if (said?.kind !== 'head.stamped') return [];
    const { size, root, authority, stampSha256: sha256 } = said;
    const text = checkpointText({ origin, size, root }, registerCrypto);
    return [{ seq: entry.seq, size, authority, sha256, text }];
  });

/** The bytes of a stamp as they lie in the folder; null where they are gone or cannot be read. */
export function stampBytes(directory: string, { sha256 }: KeptStamp): Buffer | null {
  try {
    return readFileSync(stampPlace(directory, sha256));
  } catch {
    return null;
  }
}

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** The kept stamps held against the entries that tell of them. */
export function holdStamps(directory: string, stamps: readonly KeptStamp[]): Problem[] {
  return stamps.flatMap((kept) => {
    const { seq, authority, sha256, text } = kept;
    const bytes = stampBytes(directory, kept);
    if (bytes === null) return [{ seq, kind: 'stamp-missing', detail: heldText.stampMissing(authority, seq) }];
    if (hashOf(bytes) !== sha256)
      return [{ seq, kind: 'stamp-changed', detail: heldText.stampChanged(authority, seq) }];
    const stamp = readStamp(bytes);
    return typeof stamp === 'string' || stamp.imprint !== hashOf(text)
      ? [{ seq, kind: 'stamp-other', detail: heldText.stampOther(authority, seq) }]
      : [];
  });
}
