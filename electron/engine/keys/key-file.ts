import { hkdfSync, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { keysText } from '#shared/text/engine/keys.ts';
import { readRecoveryKey, writeRecoveryKey } from './recovery-key.ts';
import { newSigningSeed, signerOf } from './signing-key.ts';
import { deriveKey } from './derive-key.ts';
import { salt, unwrapSecret, wrappedSecret, wrapSecret } from './wrap.ts';

const format = 'custos-keys';
const formatVersion = 1;
/** log2 of scrypt's N: 128 MiB and some 0.4 s per guess. */
const usualCost = 17;

/**
 * `keys.json`: the master key (32 random bytes) sealed twice, by the passphrase and by the recovery key, and the
 * signing key sealed by the master key. scrypt's cost is bounded, so that a changed file cannot exhaust the machine.
 */
export const keyFile = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  workspaceId: z.uuid(),
  passphrase: z.strictObject({
    kdf: z.literal('scrypt'),
    logN: z.int().min(4).max(20),
    r: z.literal(8),
    p: z.literal(1),
    salt,
    master: wrappedSecret,
  }),
  recovery: z.strictObject({ kdf: z.literal('hkdf-sha256'), salt, master: wrappedSecret }),
  signing: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string().length(44), secret: wrappedSecret }),
});
export type KeyFile = z.infer<typeof keyFile>;

export type Secret = { passphrase: string } | { recoveryKey: string };
type Random = (n: number) => Uint8Array;

const context = (workspaceId: string, what: string): string => `${format}/${formatVersion}/${workspaceId}/${what}`;
const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: object,
) => Promise<Buffer>;

async function passphraseKey(passphrase: string, saltText: string, logN: number): Promise<Buffer> {
  // The same characters typed on another system may arrive decomposed.
  return derive(passphrase.normalize('NFC'), Buffer.from(saltText, 'base64'), 32, {
    N: 2 ** logN,
    r: 8,
    p: 1,
    maxmem: 2 ** logN * 8 * 128 + 2 ** 20,
  });
}

const recoveryWrapKey = (secret: Uint8Array, saltText: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.from(saltText, 'base64'), 'custos/recovery-key', 32));

async function sealByPassphrase(
  master: Uint8Array,
  passphrase: string,
  workspaceId: string,
  random: Random,
  logN: number,
): Promise<KeyFile['passphrase']> {
  const saltText = Buffer.from(random(16)).toString('base64');
  const key = await passphraseKey(passphrase, saltText, logN);
  return {
    kdf: 'scrypt',
    logN,
    r: 8,
    p: 1,
    salt: saltText,
    master: wrapSecret(master, key, context(workspaceId, 'master-by-passphrase'), random),
  };
}

function sealByRecoveryKey(
  master: Uint8Array,
  workspaceId: string,
  random: Random,
): { recoveryKey: string; sealed: KeyFile['recovery'] } {
  const { text, secret } = writeRecoveryKey(random);
  const saltText = Buffer.from(random(16)).toString('base64');
  return {
    recoveryKey: text,
    sealed: {
      kdf: 'hkdf-sha256',
      salt: saltText,
      master: wrapSecret(master, recoveryWrapKey(secret, saltText), context(workspaceId, 'master-by-recovery'), random),
    },
  };
}

/** Fresh keys of a new workspace. The recovery key exists only in the answer. */
export async function createKeys(
  workspaceId: string,
  passphrase: string,
  random: Random,
  logN = usualCost,
): Promise<{ file: KeyFile; master: Buffer; recoveryKey: string }> {
  const master = Buffer.from(random(32));
  const seed = newSigningSeed(random);
  const { recoveryKey, sealed } = sealByRecoveryKey(master, workspaceId, random);
  const file: KeyFile = {
    format,
    formatVersion,
    workspaceId,
    passphrase: await sealByPassphrase(master, passphrase, workspaceId, random, logN),
    recovery: sealed,
    signing: {
      algorithm: 'Ed25519',
      publicKey: signerOf(seed).publicKey,
      secret: wrapSecret(seed, deriveKey(master, workspaceId, 'signing-seal'), context(workspaceId, 'signing'), random),
    },
  };
  return { file, master, recoveryKey };
}

/** @throws Failure WORKSPACE_FROM_FUTURE, WORKSPACE_DAMAGED */
export function parseKeyFile(text: string, name: string): KeyFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damagedKeys(name, error);
  }
  const version = z.looseObject({ format: z.literal(format), formatVersion: z.int() }).safeParse(value);
  if (version.success && version.data.formatVersion > formatVersion) {
    throw new Failure('WORKSPACE_FROM_FUTURE', keysText.fromFuture(name, version.data.formatVersion, formatVersion));
  }
  const parsed = keyFile.safeParse(value);
  if (!parsed.success) throw damagedKeys(name, parsed.error);
  return parsed.data;
}

export const damagedKeys = (name: string, cause?: unknown): Failure =>
  new Failure('WORKSPACE_DAMAGED', keysText.damaged(name), { cause });

/** The master key. @throws Failure PASSPHRASE_WRONG */
export async function openMaster(file: KeyFile, secret: Secret): Promise<Buffer> {
  if ('passphrase' in secret) {
    const key = await passphraseKey(secret.passphrase, file.passphrase.salt, file.passphrase.logN);
    const master = unwrapSecret(file.passphrase.master, key, context(file.workspaceId, 'master-by-passphrase'));
    if (master === null) throw new Failure('PASSPHRASE_WRONG', keysText.passphraseWrong);
    return master;
  }
  const typed = readRecoveryKey(secret.recoveryKey);
  if (typed === null) throw new Failure('PASSPHRASE_WRONG', keysText.recoveryKeyMistyped);
  const master = unwrapSecret(
    file.recovery.master,
    recoveryWrapKey(typed, file.recovery.salt),
    context(file.workspaceId, 'master-by-recovery'),
  );
  if (master === null) throw new Failure('PASSPHRASE_WRONG', keysText.recoveryKeyOfAnother);
  return master;
}

/** The signing seed. @throws Failure WORKSPACE_DAMAGED when the sealed key and the public key do not belong together */
export function openSigningSeed(file: KeyFile, master: Uint8Array, name: string): Buffer {
  const seed = unwrapSecret(
    file.signing.secret,
    deriveKey(master, file.workspaceId, 'signing-seal'),
    context(file.workspaceId, 'signing'),
  );
  if (seed === null || signerOf(seed).publicKey !== file.signing.publicKey) throw damagedKeys(name);
  return seed;
}

/** The same keys under another passphrase; the recovery key stays. */
export async function reseal(
  file: KeyFile,
  master: Uint8Array,
  passphrase: string,
  random: Random,
  logN = usualCost,
): Promise<KeyFile> {
  return { ...file, passphrase: await sealByPassphrase(master, passphrase, file.workspaceId, random, logN) };
}

/** The same keys with a new recovery key; the old one no longer opens the file. */
export function renewRecoveryKey(
  file: KeyFile,
  master: Uint8Array,
  random: Random,
): { file: KeyFile; recoveryKey: string } {
  const { recoveryKey, sealed } = sealByRecoveryKey(master, file.workspaceId, random);
  return { file: { ...file, recovery: sealed }, recoveryKey };
}
