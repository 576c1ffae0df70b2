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
/** What is under the seals names this version, whatever the file's own is: it did not change with operators. */
const sealVersion = 1;
const newestVersion = 2;
/** log2 of scrypt's N: 128 MiB and some 0.4 s per guess. */
const usualCost = 17;

/** The master key sealed by a passphrase. */
const passphraseSeal = z.strictObject({
  kdf: z.literal('scrypt'),
  logN: z.int().min(4).max(20),
  r: z.literal(8),
  p: z.literal(1),
  salt,
  master: wrappedSecret,
});
/** An operator's way to the master key, and the seed of their own key, both sealed by their passphrase alone. */
const operatorSeal = passphraseSeal.extend({
  name: z.string().min(1).max(200),
  publicKey: z.string().length(44),
  seed: wrappedSecret,
});
export type OperatorSeal = z.infer<typeof operatorSeal>;

const everyVersion = {
  format: z.literal(format),
  workspaceId: z.uuid(),
  recovery: z.strictObject({ kdf: z.literal('hkdf-sha256'), salt, master: wrappedSecret }),
  signing: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string().length(44), secret: wrappedSecret }),
};

/**
 * `keys.json`: the master key (32 random bytes) sealed twice, by the passphrase and by the recovery key, and the
 * signing key of the workspace sealed by the master key. Version 2, where operators are registered: sealed once for each
 * of them instead, beside the seed of their own signing key. scrypt's cost is bounded, so that a changed file cannot
 * exhaust the machine.
 */
export const keyFile = z.discriminatedUnion('formatVersion', [
  z.strictObject({ ...everyVersion, formatVersion: z.literal(1), passphrase: passphraseSeal }),
  z.strictObject({ ...everyVersion, formatVersion: z.literal(2), operators: z.array(operatorSeal).min(1).max(1000) }),
]);
export type KeyFile = z.infer<typeof keyFile>;
type PassphraseSeal = z.infer<typeof passphraseSeal>;

/** `operator`: whose passphrase it is, where operators are registered. */
export type Secret = { passphrase: string; operator?: string | undefined } | { recoveryKey: string };
type Random = (n: number) => Uint8Array;

const context = (workspaceId: string, what: string): string => `${format}/${sealVersion}/${workspaceId}/${what}`;
const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: object,
) => Promise<Buffer>;

/** 32 bytes from a passphrase by scrypt. @param saltText base64 */
export async function passphraseKey(passphrase: string, saltText: string, logN: number): Promise<Buffer> {
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
): Promise<PassphraseSeal> {
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
    formatVersion: 1,
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
  if (version.success && version.data.formatVersion > newestVersion) {
    throw new Failure('WORKSPACE_FROM_FUTURE', keysText.fromFuture(name, version.data.formatVersion, newestVersion));
  }
  const parsed = keyFile.safeParse(value);
  if (!parsed.success) throw damagedKeys(name, parsed.error);
  return parsed.data;
}

export const damagedKeys = (name: string, cause?: unknown): Failure =>
  new Failure('WORKSPACE_DAMAGED', keysText.damaged(name), { cause });

/** What a secret opens: the master key and, of an operator, the seed of their own signing key. */
export interface Opened {
  master: Buffer;
  operator: { name: string; publicKey: string; seed: Buffer } | null;
}

/** The seal of an operator; of the first one where nobody is named. */
export const sealOf = (file: KeyFile, name: string | undefined): OperatorSeal | undefined =>
  file.formatVersion === 1 ? undefined : file.operators.find((seal) => name === undefined || seal.name === name);

/** @throws Failure PASSPHRASE_WRONG; WORKSPACE_DAMAGED where an operator's keys do not belong together */
export async function openKeys(file: KeyFile, secret: Secret, name: string): Promise<Opened> {
  if (!('passphrase' in secret)) return { master: openByRecoveryKey(file, secret.recoveryKey), operator: null };
  const { workspaceId } = file;
  if (file.formatVersion === 1) {
    const { salt: saltText, logN, master: wrapped } = file.passphrase;
    const key = await passphraseKey(secret.passphrase, saltText, logN);
    const master = unwrapSecret(wrapped, key, context(workspaceId, 'master-by-passphrase'));
    if (master === null) throw new Failure('PASSPHRASE_WRONG', keysText.passphraseWrong);
    return { master, operator: null };
  }
  const seal = sealOf(file, secret.operator);
  if (seal === undefined) throw new Failure('OPERATOR_UNKNOWN', keysText.noKeysOf(secret.operator ?? ''));
  const key = await passphraseKey(secret.passphrase, seal.salt, seal.logN);
  const master = unwrapSecret(seal.master, key, context(workspaceId, `master-of/${seal.name}`));
  const seed = unwrapSecret(seal.seed, key, context(workspaceId, `seed-of/${seal.name}`));
  if (master === null || seed === null) throw new Failure('PASSPHRASE_WRONG', keysText.passphraseWrongOf(seal.name));
  if (signerOf(seed).publicKey !== seal.publicKey) throw damagedKeys(name);
  return { master, operator: { name: seal.name, publicKey: seal.publicKey, seed } };
}

function openByRecoveryKey(file: KeyFile, recoveryKey: string): Buffer {
  const typed = readRecoveryKey(recoveryKey);
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

/** The same keys under another passphrase; the recovery key stays. For a workspace without operators. */
export async function reseal(
  file: KeyFile,
  master: Uint8Array,
  passphrase: string,
  random: Random,
  logN = usualCost,
): Promise<KeyFile> {
  const { format: kind, workspaceId, recovery, signing } = file;
  const sealed = await sealByPassphrase(master, passphrase, workspaceId, random, logN);
  return { format: kind, formatVersion: 1, workspaceId, passphrase: sealed, recovery, signing };
}

/** Keys of one operator under their passphrase: nobody else can open the seed. */
export async function sealOperator(
  workspaceId: string,
  { name, master, seed, passphrase }: { name: string; master: Uint8Array; seed: Uint8Array; passphrase: string },
  random: Random,
  logN = usualCost,
): Promise<OperatorSeal> {
  const saltText = Buffer.from(random(16)).toString('base64');
  const key = await passphraseKey(passphrase, saltText, logN);
  return {
    name,
    publicKey: signerOf(seed).publicKey,
    kdf: 'scrypt',
    logN,
    r: 8,
    p: 1,
    salt: saltText,
    master: wrapSecret(master, key, context(workspaceId, `master-of/${name}`), random),
    seed: wrapSecret(seed, key, context(workspaceId, `seed-of/${name}`), random),
  };
}

/** The same file with the keys of these operators and nobody else's. */
export function withOperators(file: KeyFile, operators: readonly OperatorSeal[]): KeyFile {
  const { format: kind, workspaceId, recovery, signing } = file;
  return { format: kind, formatVersion: 2, workspaceId, operators: [...operators], recovery, signing };
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
