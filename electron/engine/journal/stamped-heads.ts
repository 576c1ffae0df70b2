import { createHash } from 'node:crypto';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { nonceBytes, writeStampRequest } from '#engine/stamps/stamp-request.ts';
import { Failure } from '#shared/contract/failure.ts';
import { checkpointText } from '#shared/journal/checkpoint.ts';
import { GrowingTree } from '#shared/journal/merkle.ts';
import { noteIn } from '#shared/journal/tlog-proof.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import { leavesOf } from './heads.ts';

/** A head that the register had: what a time stamp is over is its checkpoint, three lines that any later log gives. */
export interface PastHead {
  size: number;
  root: string;
  text: string;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/**
 * Every head that a register had, the shortest first: one for each number of entries.
 * @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE
 */
function* pastHeads(directory: string): Generator<PastHead> {
  const { origin, leaves } = leavesOf(directory);
  const tree = new GrowingTree(registerCrypto);
  for (const leaf of leaves) {
    tree.add(leaf);
    const { size } = tree;
    const root = tree.root();
    yield { size, root, text: checkpointText({ origin, size, root }, registerCrypto) };
  }
}

/** The head with this SHA-256 (hex) of its checkpoint; undefined where the register never had it. */
export function headWithHash(directory: string, hash: string): PastHead | undefined {
  for (const head of pastHeads(directory)) if (sha256(head.text).toString('hex') === hash) return head;
  return undefined;
}

/**
 * A request to stamp a head of a register (RFC 3161, DER), to be sent to an authority by whatever way there is. Needs no
 * passphrase.
 * @param older a signed head that was kept, with the name of its file; without it, the newest
 * @throws Failure NOTE_REFUSED where the register never had that head, and as `exportHead`
 */
export function requestStamp(
  directory: string,
  random: (bytes: number) => Uint8Array,
  older?: { note: string; file: string },
): { request: Buffer; head: PastHead } {
  const wanted = older && noteIn(older.note).split('\n').slice(0, 3).join('\n');
  let found: PastHead | undefined;
  for (const head of pastHeads(directory)) if (wanted === undefined || head.text === `${wanted}\n`) found = head;
  if (found === undefined) throw new Failure('NOTE_REFUSED', headsText.headNotHere(older?.file ?? ''));
  return { head: found, request: writeStampRequest(sha256(found.text), random(nonceBytes)) };
}
