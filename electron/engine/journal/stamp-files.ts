import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { judgeStamp } from '#engine/stamps/judge-stamp.ts';
import { readStamp, type Stamp } from '#engine/stamps/read-stamp.ts';
import { saysSo, type StampFacts } from '#engine/stamps/stamp-facts.ts';
import { checkpointText, logOrigin } from '#shared/journal/checkpoint.ts';
import { headStatement } from '#shared/journal/head-statements.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldText } from '#shared/text/engine/held.ts';

/** Where a workspace keeps the time stamps of its heads, and the one with this SHA-256 (hex) among them. */
export const stampPlace = (directory: string, sha256?: string): string =>
  sha256 === undefined ? join(directory, 'stamps') : join(directory, 'stamps', `${sha256}.tsr`);

/** A time stamp that the log tells of, what its entry says of it, and the checkpoint that it is over. */
export interface KeptStamp extends StampFacts {
  seq: number;
  size: number;
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
    const { size, root, at, authority, serial, policy, certificateSha256, stampSha256: sha256 } = said;
    const text = checkpointText({ origin, size, root }, registerCrypto);
    return [{ seq: entry.seq, size, at, authority, serial, policy, certificateSha256, sha256, text }];
  });

/** The time stamps that the log of a workspace tells of. */
export const stampsOf = (db: Database, workspaceId: string): KeptStamp[] =>
  stampsIn(logRepository(db).ofKinds(['head.stamped']), logOrigin(workspaceId));

/** The bytes of a stamp as they lie in the folder; null where they are gone or cannot be read. */
export function stampBytes(directory: string, { sha256 }: KeptStamp): Buffer | null {
  try {
    return readFileSync(stampPlace(directory, sha256));
  } catch {
    return null;
  }
}

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * How a file is not the time stamp that an entry tells of: it is another file than was entered, no stamp of that head, one
 * that says another time, authority, number, rules or certificate, or one whose signature does not hold.
 */
export type StampDifference = 'changed' | 'other' | 'otherwise' | 'forged';

/** The stamp in a file as its entry tells of it, but for its signature; else how it differs. */
function enteredStamp(kept: KeptStamp, bytes: Buffer): Stamp | StampDifference {
  if (hashOf(bytes) !== kept.sha256) return 'changed';
  const stamp = readStamp(bytes);
  if (typeof stamp === 'string' || stamp.imprint !== hashOf(kept.text)) return 'other';
  return saysSo(kept, stamp) ? stamp : 'otherwise';
}

/** Holds a file against the entry of a time stamp in every part; null where it is that stamp, and its signature holds. */
export async function stampDifference(kept: KeptStamp, bytes: Buffer): Promise<StampDifference | null> {
  const stamp = enteredStamp(kept, bytes);
  if (typeof stamp === 'string') return stamp;
  return typeof (await judgeStamp(stamp, new TextEncoder().encode(kept.text), [])) === 'string' ? 'forged' : null;
}

const problem = ({ seq, authority }: KeptStamp, difference: StampDifference | 'missing'): Problem => ({
  seq,
  kind: `stamp-${difference}`,
  detail: heldText.stamp[difference](authority, seq),
});

/** The kept stamps held against the entries that tell of them, but for their signatures. */
export function holdStamps(directory: string, stamps: readonly KeptStamp[]): Problem[] {
  return stamps.flatMap((kept) => {
    const bytes = stampBytes(directory, kept);
    const found = bytes === null ? 'missing' : enteredStamp(kept, bytes);
    return typeof found === 'string' ? [problem(kept, found)] : [];
  });
}

/** The kept stamps whose signatures do not hold; what `holdStamps` finds is not repeated. */
export async function forgedStamps(directory: string, stamps: readonly KeptStamp[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const kept of stamps) {
    const bytes = stampBytes(directory, kept);
    if (bytes !== null && (await stampDifference(kept, bytes)) === 'forged') problems.push(problem(kept, 'forged'));
  }
  return problems;
}
