import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { isKeyName, type NoteSigner } from '#shared/journal/signed-note.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import { passphraseKey } from './key-file.ts';
import { newSigningSeed, noteSigner, signerOf } from './signing-key.ts';
import { salt, unwrapSecret, wrappedSecret, wrapSecret } from './wrap.ts';

const format = 'custos-cosigner-key';

/** A key of somebody who countersigns heads, in a file of their own: the Ed25519 seed sealed by their passphrase. */
const cosignerKey = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(1),
  name: z.string().refine(isKeyName),
  publicKey: z.string().length(44),
  kdf: z.literal('scrypt'),
  logN: z.int().min(4).max(20),
  r: z.literal(8),
  p: z.literal(1),
  salt,
  seed: wrappedSecret,
});

const context = (name: string): string => `${format}/1/${name}`;

/** A new key. @returns the file's text and the public key. @throws Failure WRONG_USAGE for a name no note can hold */
export async function createCosignerKey(
  name: string,
  passphrase: string,
  random: (n: number) => Uint8Array,
  logN = 17,
): Promise<{ text: string; publicKey: string }> {
  if (!isKeyName(name)) throw new Failure('WRONG_USAGE', headsText.keyNameRefused(name));
  const seed = newSigningSeed(random);
  const { publicKey } = signerOf(seed);
  const saltText = Buffer.from(random(16)).toString('base64');
  const key = await passphraseKey(passphrase, saltText, logN);
  const file: z.infer<typeof cosignerKey> = {
    format,
    formatVersion: 1,
    name,
    publicKey,
    kdf: 'scrypt',
    logN,
    r: 8,
    p: 1,
    salt: saltText,
    seed: wrapSecret(seed, key, context(name), random),
  };
  return { text: `${JSON.stringify(file, null, 2)}\n`, publicKey };
}

/**
 * Opens a key file. @param called what people call the file
 * @throws Failure FILE_DAMAGED, PASSPHRASE_WRONG
 */
export async function openCosignerKey(text: string, passphrase: string, called: string): Promise<NoteSigner> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Failure('FILE_DAMAGED', headsText.keyFileDamaged(called), { cause: error });
  }
  const file = cosignerKey.safeParse(value).data;
  if (file === undefined) throw new Failure('FILE_DAMAGED', headsText.keyFileDamaged(called));
  const key = await passphraseKey(passphrase, file.salt, file.logN);
  const seed = unwrapSecret(file.seed, key, context(file.name));
  if (seed === null) throw new Failure('PASSPHRASE_WRONG', headsText.keyPassphraseWrong(called));
  const signer = signerOf(seed);
  if (signer.publicKey !== file.publicKey) throw new Failure('FILE_DAMAGED', headsText.keyFileDamaged(called));
  return noteSigner(file.name, signer);
}
