import { hkdfSync } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import { keysText } from '#shared/text/engine/keys.ts';

/** Keys for keyed steps: one per purpose for pseudonyms, one for the order of rows. */
export interface ReleaseKeys {
  pseudonymKey(purposeId: string): Uint8Array;
  orderKey(): Uint8Array;
}

const minimumBytes = 32;

/**
 * Keys of a release without a workspace, derived (HKDF-SHA-256) from a key file: raw bytes, or hexadecimal text where
 * the whole file is that. @throws Failure KEY_MISSING for a file of fewer than 32 bytes
 */
export function keysFromFile(content: Uint8Array): ReleaseKeys {
  const text = Buffer.from(content).toString('latin1').trim();
  const material = /^(?:[0-9a-f]{2}){32,}$/i.test(text) ? Buffer.from(text, 'hex') : content;
  if (material.byteLength < minimumBytes)
    throw new Failure('KEY_MISSING', keysText.fileTooShort(material.byteLength, minimumBytes));
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', material, new Uint8Array(0), `custos/${use}`, 32));
  return { pseudonymKey: (purposeId) => derive(`pseudonym/${purposeId}`), orderKey: () => derive('order') };
}
