import { createHash, createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { RegisterCrypto } from '#shared/journal/register-crypto.ts';

const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes of strict base64: no second spelling of the same bytes. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return base64Pattern.test(text) && bytes.toString('base64') === text ? bytes : null;
}

/** An Ed25519 public key (32 raw bytes, base64) as a key object. @throws Error when it is none */
export function publicKeyObject(publicKey: string): KeyObject {
  return createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'base64').toString('base64url') },
  });
}

/** Making a key object costs as much as a signature; a register has few keys. A hostile one gets no memory for many. */
const keptKeys = new Map<string, KeyObject>();
const mostKept = 256;

function keptKeyObject(publicKey: string): KeyObject {
  const kept = keptKeys.get(publicKey);
  if (kept !== undefined) return kept;
  const key = publicKeyObject(publicKey);
  if (keptKeys.size >= mostKept) keptKeys.clear();
  keptKeys.set(publicKey, key);
  return key;
}

/** The same as `registerCrypto.verifySignature`, on another core where there is one. */
export const verifyElsewhere = (publicKey: string, text: string, signature: string): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const key = keptKeyObject(publicKey);
      verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'), (error, isRight) =>
        resolve(error === null && isRight),
      );
    } catch {
      resolve(false);
    }
  });

/** RFC 6962's inner node, written over for each: its two halves are what a long log spends most of its hashing on. */
const node = Buffer.alloc(65);
node[0] = 1;
const isHash = (hex: string): boolean => hex.length === 64;

function nodeHash(left: string, right: string): string {
  // Of what is no hash fewer bytes would be written, beside what is left of the one before.
  const isWhole =
    isHash(left) && isHash(right) && node.write(left, 1, 32, 'hex') === 32 && node.write(right, 33, 32, 'hex') === 32;
  return hash('sha256', isWhole ? node : Buffer.from(`01${left}${right}`, 'hex'), 'hex');
}

/** The register's primitives by node:crypto; only what Electron's BoringSSL has too. */
export const registerCrypto: RegisterCrypto = {
  leafHash: (text) => hash('sha256', `\u0000${text}`, 'hex'),
  nodeHash,
  emptyHash: hash('sha256', '', 'hex'),
  keyHash: (name, publicKey, type) =>
    createHash('sha256')
      .update(`${name}\n`)
      .update(Buffer.from(type, 'hex'))
      .update(Buffer.from(publicKey, 'base64'))
      .digest('hex')
      .slice(0, 8),
  verifySignature(publicKey, text, signature) {
    try {
      return verify(null, Buffer.from(text, 'utf8'), keptKeyObject(publicKey), Buffer.from(signature, 'base64'));
    } catch {
      return false;
    }
  },
  toBase64: (hex) => Buffer.from(hex, 'hex').toString('base64'),
  fromBase64: (text) => bytesOf(text)?.toString('hex') ?? null,
  textToBase64: (text) => Buffer.from(text, 'utf8').toString('base64'),
  textFromBase64(text) {
    const bytes = bytesOf(text);
    const found = bytes?.toString('utf8');
    return found !== undefined && Buffer.from(found, 'utf8').equals(bytes as Buffer) ? found : null;
  },
};
