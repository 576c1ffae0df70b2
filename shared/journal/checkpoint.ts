import { registerCheckText } from '#shared/text/journal.ts';
import type { RegisterCrypto } from './register-crypto.ts';

/** What a checkpoint states: the first `size` entries have this Merkle root (hex), as signed at `at` (ISO 8601). */
export interface Checkpoint {
  origin: string;
  size: number;
  root: string;
  at: string;
}

/** Name of a workspace's log and of its key, in checkpoints. */
export const logOrigin = (workspaceId: string): string => `custos/${workspaceId}`;

/** The signed text: C2SP tlog-checkpoint with the time as an extension line. */
export function checkpointText(checkpoint: Checkpoint, crypto: RegisterCrypto): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${crypto.toBase64(checkpoint.root)}\nat ${checkpoint.at}\n`;
}

/** C2SP signed note: the text, an empty line, one signature line. `signature` is base64 of 64 bytes. */
export function signedNote(
  text: string,
  keyName: string,
  publicKey: string,
  signature: string,
  crypto: RegisterCrypto,
): string {
  const bytes = `${crypto.keyHash(keyName, publicKey)}${crypto.fromBase64(signature) ?? ''}`;
  return `${text}\n— ${keyName} ${crypto.toBase64(bytes)}\n`;
}

const said = registerCheckText.note;

export type ReadNote = { checkpoint: Checkpoint } | { problem: string };

const bodyPattern =
  /^(custos\/[0-9a-zA-Z-]{1,64})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]{44})\nat ([0-9T:.Z-]{20,30})\n$/;
const signaturePattern = /^— ([^\s+]{1,100}) ([A-Za-z0-9+/=]+)$/u;

/**
 * Reads a signed checkpoint strictly and checks its signature with the one key that is trusted. Signatures by unknown
 * keys are ignored, as the signed-note specification asks; a bad one by the trusted key fails.
 */
export function readNote(note: string, publicKey: string, crypto: RegisterCrypto): ReadNote {
  const border = note.indexOf('\n\n');
  if (border < 0 || !note.endsWith('\n')) return { problem: said.noCheckpoint };
  const text = note.slice(0, border + 1);
  const body = bodyPattern.exec(text);
  const root = body === null ? null : crypto.fromBase64(body[3] as string);
  if (body === null || root === null || root.length !== 64) return { problem: said.otherText };
  const checkpoint = { origin: body[1] as string, size: Number(body[2]), root, at: body[4] as string };
  const known = crypto.keyHash(checkpoint.origin, publicKey);
  let signed = false;
  for (const line of note.slice(border + 2, -1).split('\n')) {
    const parts = signaturePattern.exec(line);
    const bytes = parts === null ? null : crypto.fromBase64(parts[2] as string);
    if (parts === null || bytes === null || bytes.length <= 8) return { problem: said.signatureLine };
    if (parts[1] !== checkpoint.origin || bytes.slice(0, 8) !== known) continue;
    if (bytes.length !== 8 + 128 || !crypto.verifySignature(publicKey, text, crypto.toBase64(bytes.slice(8))))
      return { problem: said.signature };
    signed = true;
  }
  return signed ? { checkpoint } : { problem: said.otherKey };
}
