import type { RegisterCrypto } from './register-crypto.ts';
import type { NoteKey, NoteSignature, NoteSigner, SignedNote } from './signed-note.ts';

/** The text under a cosignature (C2SP tlog-cosignature, Ed25519): the time in seconds, then the checkpoint's text. */
export const cosignedText = (checkpoint: string, seconds: number): string =>
  `cosignature/v1\ntime ${seconds}\n${checkpoint}`;

/** A signer's statement that it saw this checkpoint at that time (seconds since 1970), as a signature of type 04. */
export function cosign(text: string, seconds: number, signer: NoteSigner, crypto: RegisterCrypto): NoteSignature {
  return {
    name: signer.name,
    keyHash: crypto.keyHash(signer.name, signer.publicKey, '04'),
    bytes: `${seconds.toString(16).padStart(16, '0')}${crypto.fromBase64(signer.sign(cosignedText(text, seconds))) ?? ''}`,
  };
}

/** Time (seconds) and signature (64 bytes, hex): 8 bytes, big end first, then the signature. */
function takenApart(bytes: string): { seconds: number; signature: string } | null {
  if (bytes.length !== 16 + 128) return null;
  const seconds = Number.parseInt(bytes.slice(0, 16), 16);
  // Later than year 9999: no clock says so, and no date holds much more.
  return seconds <= 253_402_300_799 ? { seconds, signature: bytes.slice(16) } : null;
}

export type JudgedCosignature = 'absent' | 'wrong' | { at: string };

/**
 * What a key says of a checkpoint and when (ISO 8601, whole seconds): the newest time where it says so more than once;
 * `wrong` where one of its lines does not fit.
 */
export function judgeCosignature(
  { text, signatures }: SignedNote,
  key: NoteKey,
  crypto: RegisterCrypto,
): JudgedCosignature {
  const known = crypto.keyHash(key.name, key.publicKey, '04');
  let newest = -1;
  for (const { name, keyHash, bytes } of signatures) {
    if (name !== key.name || keyHash !== known) continue;
    const parts = takenApart(bytes);
    if (
      parts === null ||
      !crypto.verifySignature(key.publicKey, cosignedText(text, parts.seconds), crypto.toBase64(parts.signature))
    )
      return 'wrong';
    newest = Math.max(newest, parts.seconds);
  }
  return newest < 0 ? 'absent' : { at: new Date(newest * 1000).toISOString() };
}
