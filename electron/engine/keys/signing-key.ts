import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { NoteSigner } from '#shared/journal/signed-note.ts';

export interface Signer {
  /** Raw public key, 32 bytes, base64. */
  publicKey: string;
  /** First 16 hex digits of SHA-256 over the raw public key. */
  keyId: string;
  /** Ed25519 signature, 64 bytes, base64. */
  sign(bytes: Uint8Array): string;
}

/** PKCS #8 frame of an Ed25519 seed (RFC 8410). */
const pkcs8Frame = Buffer.from('302e020100300506032b657004220420', 'hex');

export const newSigningSeed = (random: (n: number) => Uint8Array): Uint8Array => random(32);

export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);

/** The Ed25519 key pair of a 32-byte seed. */
export function signerOf(seed: Uint8Array): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Frame, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url').toString(
    'base64',
  );
  return { publicKey, keyId: keyIdOf(publicKey), sign: (bytes) => sign(null, bytes, privateKey).toString('base64') };
}

/** A signer under the name that it has in signed notes. */
export const noteSigner = (name: string, { publicKey, sign: signBytes }: Signer): NoteSigner => ({
  name,
  publicKey,
  sign: (text) => signBytes(Buffer.from(text, 'utf8')),
});
