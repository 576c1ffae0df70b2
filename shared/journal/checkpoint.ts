import { registerCheckText } from '#shared/text/journal.ts';
import { cosign, judgeCosignature } from './cosignature.ts';
import type { RegisterCrypto } from './register-crypto.ts';
import {
  judgeSignature,
  parseNote,
  signText,
  writeSignature,
  type NoteSigner,
  type SignedNote,
} from './signed-note.ts';

/** What a checkpoint states: the first `size` entries have this Merkle root (hex), as signed at `at` (ISO 8601). */
export interface Checkpoint {
  origin: string;
  size: number;
  root: string;
  at: string;
}

/** Name of a workspace's log and of its key, in checkpoints. */
export const logOrigin = (workspaceId: string): string => `custos/${workspaceId}`;

/** The signed text: C2SP tlog-checkpoint, exactly three lines. */
export const checkpointText = ({ origin, size, root }: Omit<Checkpoint, 'at'>, crypto: RegisterCrypto): string =>
  `${origin}\n${size}\n${crypto.toBase64(root)}\n`;

/**
 * A checkpoint as the log signs it: its key's signature, and the same key's cosignature with the time, which the three
 * lines have no place for. The time is kept in whole seconds.
 */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner, crypto: RegisterCrypto): string {
  const text = checkpointText(checkpoint, crypto);
  const seconds = Math.floor(Date.parse(checkpoint.at) / 1000);
  const lines = [signText(text, signer, crypto), cosign(text, seconds, signer, crypto)];
  return `${text}\n${lines.map((line) => writeSignature(line, crypto)).join('')}`;
}

const said = registerCheckText.note;

export type ReadNote = { checkpoint: Checkpoint; note: SignedNote } | { problem: string };

/** The fourth line was there until the time moved into a cosignature: such checkpoints stay good for ever. */
const bodyPattern =
  /^(custos\/[0-9a-zA-Z-]{1,64})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]{44})\n(?:at ([0-9T:.Z-]{20,30})\n)?$/;

/**
 * Reads a signed checkpoint strictly and checks it with the one key that is trusted: the signature of its text, and
 * that of its time. Signatures by unknown keys are ignored, as the signed-note specification asks; a bad one by the
 * trusted key fails.
 */
export function readNote(note: string, publicKey: string, crypto: RegisterCrypto): ReadNote {
  const parsed = parseNote(note, crypto);
  if ('problem' in parsed) return parsed;
  const body = bodyPattern.exec(parsed.text);
  const root = body === null ? null : crypto.fromBase64(body[3] as string);
  if (body === null || root === null || root.length !== 64) return { problem: said.otherText };
  const origin = body[1] as string;
  const key = { name: origin, publicKey };
  const signed = judgeSignature(parsed, key, crypto);
  const timed = judgeCosignature(parsed, key, crypto);
  if (signed === 'wrong' || timed === 'wrong') return { problem: said.signature };
  if (signed === 'absent') return { problem: said.otherKey };
  const at = body[4] ?? (timed === 'absent' ? undefined : timed.at);
  if (at === undefined) return { problem: said.noTime };
  return { checkpoint: { origin, size: Number(body[2]), root, at }, note: parsed };
}
