import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { logOrigin, signCheckpoint } from '#shared/journal/checkpoint.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { buildPack } from './build-pack.ts';
import type { PackContents } from './pack-section.ts';
import { readZip } from './read-zip.ts';

const signer = signerOf(new Uint8Array(32).fill(7));
const asOf = '2026-11-29T09:00:00.000Z';
const origin = logOrigin('w1');
const sign = (text: string) => signer.sign(Buffer.from(text, 'utf8'));
const contents: PackContents = {
  workspaceId: 'w1',
  organisation: 'Example',
  asOf,
  profile: 'authority',
  publicKey: signer.publicKey,
  sign: (text) => ({ signature: sign(text), keyId: signer.keyId }),
  checkpoint: signCheckpoint(
    { origin, size: 0, root: registerCrypto.emptyHash, at: asOf },
    { name: origin, publicKey: signer.publicKey, sign },
    registerCrypto,
  ),
  sound: true,
  gaps: ['Nothing is missing.'],
  entries: [],
  register: { asOf, workspaceId: 'w1', records: [], retired: [], unreadable: [] },
  principles: null,
  impacts: [],
  consent: [],
  retention: null,
  breaches: { bodies: [], unreadable: 0 },
  releases: [],
  relatedTables: [],
  told: [],
  datasets: [],
  stamps: [],
  verifier: { script: 'the verifier', page: 'the page' },
  resources: resolve(import.meta.dirname, '../../../resources'),
  program: '0.1.0',
};

it('makes the same files of the same state whenever it is made; only the signature names the moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'custos-pack-'));
  try {
    const files = async (madeAt: string) => {
      const made = await buildPack(contents, madeAt);
      writeFileSync(join(folder, 'pack.zip'), made.zip);
      const zip = await readZip(join(folder, 'pack.zip'), 'pack.zip');
      const found = new Map<string, string>();
      for (const path of zip.paths) found.set(path, (await zip.read(path))!.toString('utf8'));
      zip.close();
      return { code: made.code, found };
    };
    const [morning, evening] = [await files('2026-11-29T10:00:00.000Z'), await files('2026-12-24T20:00:00.000Z')];
    expect(evening.code).toBe(morning.code);
    const different = [...morning.found].filter(([path, text]) => evening.found.get(path) !== text);
    expect(different.map(([path]) => path)).toEqual(['MANIFEST.sig']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
