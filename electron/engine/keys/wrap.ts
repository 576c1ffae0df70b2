import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';

const base64 = (bytes: number) =>
  z
    .string()
    .refine(
      (text) => Buffer.from(text, 'base64').length === bytes && Buffer.from(text, 'base64').toString('base64') === text,
    );

/** 32 secret bytes under AES-256-GCM; all parts base64. */
export const wrappedSecret = z.strictObject({ nonce: base64(12), ciphertext: base64(32), tag: base64(16) });
export type WrappedSecret = z.infer<typeof wrappedSecret>;
export const salt = base64(16);

/** @param context what the secret is and whose: a wrapped secret opens only where it belongs */
export function wrapSecret(
  secret: Uint8Array,
  key: Uint8Array,
  context: string,
  random: (n: number) => Uint8Array,
): WrappedSecret {
  const nonce = Buffer.from(random(12));
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The secret, or null when the key is another one or the file was changed. */
export function unwrapSecret(wrapped: WrappedSecret, key: Uint8Array, context: string): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64'))
    .setAAD(Buffer.from(context, 'utf8'))
    .setAuthTag(Buffer.from(wrapped.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrapped.ciphertext, 'base64')), decipher.final()]);
  } catch {
    return null;
  }
}
