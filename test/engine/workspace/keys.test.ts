import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeys, openKeys, type KeyFile } from '#engine/keys/key-file.ts';
import { readRecoveryKey, writeRecoveryKey } from '#engine/keys/recovery-key.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { makeWorkspace, passphrase } from './support.ts';

/** Keys of a workspace without registered operators. */
type FirstKeys = Extract<KeyFile, { formatVersion: 1 }>;
const keysOf = (directory: string): FirstKeys =>
  JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8')) as FirstKeys;

describe('the keys of a workspace', () => {
  it('open by passphrase or recovery key, and by nothing else', async () => {
    const { workspace, recoveryKey, directory, env } = await makeWorkspace();
    await workspace.close();
    await expect(openWorkspace(directory, { passphrase: 'wrong' }, env)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      message: expect.stringContaining('recovery key'),
    });
    await expect(openWorkspace(directory, { passphrase: '' }, env)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(openWorkspace(directory, { recoveryKey: 'wrong' }, env)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      message: expect.stringContaining('typing mistake'),
    });
    const another = writeRecoveryKey((n) => randomBytes(n)).text;
    await expect(openWorkspace(directory, { recoveryKey: another }, env)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      message: expect.stringContaining('not the one'),
    });
    const recovered = await openWorkspace(
      directory,
      { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') },
      env,
    );
    await recovered.close();
    expect(listEntries(directory, { kind: 'key.recovery-used' }).total).toBe(1);
    expect(verifyRegister(directory, env).ok).toBe(true);
  });

  it(
    'go on under a new passphrase: old data opens, the old passphrase does not, the recovery key still does, the ' +
      'register knows',
    async () => {
      const { workspace, recoveryKey, directory, env } = await makeWorkspace();
      const pseudonyms = Buffer.from(workspace.keys.pseudonymKey('P1'));
      writeFileSync(join(workspace.workDirectory, 'd1'), 'rows');
      await workspace.seal('d1', join(workspace.workDirectory, 'd1'));
      await expect(workspace.changePassphrase('wrong', 'next one')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
      await expect(workspace.changePassphrase(passphrase, '')).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' });
      await workspace.changePassphrase(passphrase, 'next one');
      await workspace.changePassphrase('next one', 'the one after');
      await workspace.close();
      for (const old of [passphrase, 'next one'])
        await expect(openWorkspace(directory, { passphrase: old }, env)).rejects.toMatchObject({
          code: 'PASSPHRASE_WRONG',
        });
      const again = await openWorkspace(directory, { passphrase: 'the one after' }, env);
      expect(Buffer.from(again.keys.pseudonymKey('P1')).equals(pseudonyms)).toBe(true);
      expect(readFileSync(await again.unseal('d1'), 'utf8')).toBe('rows');
      await again.close();
      await (await openWorkspace(directory, { recoveryKey }, env)).close();
      expect(listEntries(directory, { kind: 'key.passphrase-changed' }).total).toBe(2);
      expect(verifyRegister(directory, env).ok).toBe(true);
    },
  );

  it('are one per use: stable for a purpose, different between purposes, uses and workspaces', async () => {
    const { workspace } = await makeWorkspace();
    const { workspace: other } = await makeWorkspace();
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    const all = [
      workspace.keys.pseudonymKey('P1'),
      workspace.keys.pseudonymKey('P2'),
      workspace.keys.orderKey(),
      other.keys.pseudonymKey('P1'),
      other.keys.orderKey(),
    ].map(hex);
    expect(new Set(all).size).toBe(5);
    expect(hex(workspace.keys.pseudonymKey('P1'))).toBe(all[0]);
    expect(all[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sign so that anyone can check it', async () => {
    const { workspace, directory } = await makeWorkspace();
    const bytes = Buffer.from('certificate');
    const { signature, publicKey, keyId } = workspace.keys.sign(bytes);
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'base64').toString('base64url') },
    });
    expect(verify(null, bytes, key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from('certificat3'), key, Buffer.from(signature, 'base64'))).toBe(false);
    expect(publicKey).toBe(keysOf(directory).signing.publicKey);
    expect(keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  it('Ed25519 follows RFC 8032 (7.1, test 2)', () => {
    const signer = signerOf(Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex'));
    expect(Buffer.from(signer.publicKey, 'base64').toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(Buffer.from(signer.sign(Uint8Array.of(0x72)), 'base64').toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('keys.json holds no secret in the clear, and cannot be changed unnoticed', async () => {
    const { workspace, recoveryKey, directory, env } = await makeWorkspace();
    await workspace.close();
    const file = join(directory, 'keys.json');
    const text = readFileSync(file, 'utf8');
    for (const secret of [passphrase, recoveryKey, recoveryKey.replaceAll('-', '')]) expect(text).not.toContain(secret);
    const keys = keysOf(directory);
    const flip = (base64: string): string => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[0] = (bytes[0] as number) ^ 1;
      return bytes.toString('base64');
    };
    const other = signerOf(randomBytes(32)).publicKey;
    const changes: [object | string, string][] = [
      ['', 'WORKSPACE_DAMAGED'],
      ['{}', 'WORKSPACE_DAMAGED'],
      [text.slice(0, 200), 'WORKSPACE_DAMAGED'],
      ['[]', 'WORKSPACE_DAMAGED'],
      [{ ...keys, formatVersion: 3 }, 'WORKSPACE_FROM_FUTURE'],
      [{ ...keys, formatVersion: 2 }, 'WORKSPACE_DAMAGED'],
      [{ ...keys, passphrase: { ...keys.passphrase, logN: 30 } }, 'WORKSPACE_DAMAGED'],
      [{ ...keys, passphrase: { ...keys.passphrase, salt: flip(keys.passphrase.salt) } }, 'PASSPHRASE_WRONG'],
      [
        {
          ...keys,
          passphrase: {
            ...keys.passphrase,
            master: { ...keys.passphrase.master, tag: flip(keys.passphrase.master.tag) },
          },
        },
        'PASSPHRASE_WRONG',
      ],
      [{ ...keys, passphrase: { ...keys.passphrase, master: keys.recovery.master } }, 'PASSPHRASE_WRONG'],
      [{ ...keys, workspaceId: '00000000-0000-4000-8000-000000000000' }, 'PASSPHRASE_WRONG'],
      [{ ...keys, signing: { ...keys.signing, publicKey: other } }, 'WORKSPACE_DAMAGED'],
      [
        {
          ...keys,
          signing: {
            ...keys.signing,
            secret: { ...keys.signing.secret, ciphertext: flip(keys.signing.secret.ciphertext) },
          },
        },
        'WORKSPACE_DAMAGED',
      ],
    ];
    for (const [changed, code] of changes) {
      writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(changed));
      await expect(openWorkspace(directory, { passphrase }, env), JSON.stringify(changed)).rejects.toMatchObject({
        code,
      });
    }
    writeFileSync(file, text);
    await (await openWorkspace(directory, { passphrase }, env)).close();
  });

  it('take a passphrase in either Unicode form, and use the slow derivation unless told otherwise', async () => {
    const { file } = await createKeys('00000000-0000-4000-8000-000000000000', 'é'.normalize('NFC'), (n) =>
      randomBytes(n),
    );
    expect(file).toMatchObject({ passphrase: { logN: 17 } });
    const { master } = await openKeys(file, { passphrase: 'é'.normalize('NFD') }, 'Acme');
    expect(master).toHaveLength(32);
  });
});

describe('a recovery key', () => {
  it('survives being written down and typed again; a mistake is noticed', () => {
    const { text, secret } = writeRecoveryKey((n) => Uint8Array.from({ length: n }, (_, at) => (at * 37 + 11) % 256));
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readRecoveryKey(` ${text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toEqual(
      new Uint8Array(secret),
    );
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] !== '-')
        expect(readRecoveryKey(text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1))).toBeNull();
    }
    expect(readRecoveryKey(text.slice(0, -1))).toBeNull();
    expect(readRecoveryKey(`${text}A`)).toBeNull();
    expect(readRecoveryKey('')).toBeNull();
  });
});
