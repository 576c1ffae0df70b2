import { join } from 'node:path';
import { z } from 'zod';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { readJson, writeJson } from '#engine/workspace-folder/json-file.ts';
import { makeFolder } from '#engine/workspace-folder/make-folder.ts';
import { Failure } from '#shared/contract/failure.ts';
import { readNote, type Checkpoint } from '#shared/journal/checkpoint.ts';
import { cosign } from '#shared/journal/cosignature.ts';
import { readVerifierKey, writeSignature, type NoteSigner } from '#shared/journal/signed-note.ts';
import { judgeExtension, noteIn } from '#shared/journal/tlog-proof.ts';
import { headsText } from '#shared/text/engine/heads.ts';

/** What somebody who countersigns has seen of a register: its key and the longest head they signed. */
const seenLog = z.strictObject({ origin: z.string(), publicKey: z.string(), size: z.int(), root: z.string() });
const seenFile = z.strictObject({
  format: z.literal('custos-countersigned'),
  formatVersion: z.literal(1),
  logs: z.array(seenLog).max(10_000),
});
type SeenLog = z.infer<typeof seenLog>;

/** What is handed in to be countersigned. */
export interface HandedHead {
  /** The signed head, and what its file is called. */
  note: string;
  file: string;
  /** The register's key (C2SP vkey), needed once. */
  logKey?: string | undefined;
  /** The proof that it goes on from the head that was countersigned before. */
  proof?: string | undefined;
}

/**
 * Countersigns a head with somebody's own key, on a machine that need not have the register. What was signed is
 * remembered in the profile: no head is signed that is older than one before, contradicts it, or is not shown to go on
 * from it. That is what a cosignature says.
 * @returns the head with one line more, and what it covers
 * @throws Failure NOTE_REFUSED, WRONG_USAGE
 */
export function countersign(
  { note, file, logKey, proof }: HandedHead,
  signer: NoteSigner,
  { profileDirectory, now }: { profileDirectory: string; now: Date },
): { note: string; checkpoint: Checkpoint } {
  const place = join(
    profileDirectory,
    'countersigned',
    `${registerCrypto.keyHash(signer.name, signer.publicKey, '04')}.json`,
  );
  const logs = seenFile.safeParse(readJson(place)).data?.logs ?? [];
  const head = noteIn(note);
  const origin = head.split('\n', 1)[0] ?? '';
  const seen = logs.find((log) => log.origin === origin);
  const publicKey = seen?.publicKey ?? keyOfLog(logKey, origin, file);
  const read = readNote(head, publicKey, registerCrypto);
  if ('problem' in read) throw new Failure('NOTE_REFUSED', headsText.untrusted(file, read.problem));
  const { checkpoint } = read;
  if (seen !== undefined) requireContinued(checkpoint, seen, proof, file);
  const line = cosign(read.note.text, Math.floor(now.getTime() / 1000), signer, registerCrypto);
  makeFolder(join(profileDirectory, 'countersigned'));
  const { size, root } = checkpoint;
  writeJson(place, {
    format: 'custos-countersigned',
    formatVersion: 1,
    logs: [{ origin, publicKey, size, root }, ...logs.filter((log) => log !== seen)],
  } satisfies z.infer<typeof seenFile>);
  return { note: `${head}${writeSignature(line, registerCrypto)}`, checkpoint };
}

function keyOfLog(logKey: string | undefined, origin: string, file: string): string {
  if (logKey === undefined) throw new Failure('NOTE_REFUSED', headsText.logKeyNeeded(file));
  const key = readVerifierKey(logKey, '01', registerCrypto);
  if (key === null || key.name !== origin) throw new Failure('WRONG_USAGE', headsText.noVerifierKey('log'));
  return key.publicKey;
}

function requireContinued(checkpoint: Checkpoint, seen: SeenLog, proof: string | undefined, file: string): void {
  const { size, root } = checkpoint;
  if (size < seen.size) throw new Failure('NOTE_REFUSED', headsText.seenNewer(file, seen.size));
  if (size === seen.size && root !== seen.root) throw new Failure('NOTE_REFUSED', headsText.seenOther(file));
  if (size === seen.size) return;
  if (proof === undefined) throw new Failure('NOTE_REFUSED', headsText.proofNeeded(file, seen.size));
  const judged = judgeExtension(proof, { ...seen, at: '' }, seen.publicKey, registerCrypto);
  if ('problem' in judged) throw new Failure('NOTE_REFUSED', judged.problem);
  if (judged.checkpoint.size !== size || judged.checkpoint.root !== root)
    throw new Failure('NOTE_REFUSED', headsText.proofNeeded(file, seen.size));
}
