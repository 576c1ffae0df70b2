import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { countersign } from '#engine/journal/countersign.ts';
import { exportHead } from '#engine/journal/heads.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { createCosignerKey, openCosignerKey } from '#engine/keys/cosigner-key.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { EngineSession } from '#engine/session/engine-session.ts';
import { addCosigner } from '#engine/use-cases/heads/add-cosigner.ts';
import { addCountersignatures } from '#engine/use-cases/heads/add-countersignatures.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { makeWorkspace, scratch } from '../workspace/support.ts';

const many = 1100;

it('the first cosigner is known beside a thousand later ones, and what they said is entered once', async () => {
  const { workspace, directory, env, root } = await makeWorkspace();
  const state = new EngineSession({ ...env, resourcesDirectory: root, keyStore: noKeyStore, desktop: noDesktop });
  await state.adoptWorkspace(workspace);
  const key = await createCosignerKey('dpo.example.org', 'an officer’s passphrase', env.random, 4);
  const officer = await openCosignerKey(key.text, 'an officer’s passphrase', 'dpo.key.json');
  const { entry } = addCosigner(state, { key: verifierKey(officer, '04', registerCrypto), reason: 'our DPO' });
  workspace.register.appendMany(
    Array.from({ length: many }, (_, at) => ({
      kind: 'cosigner.registered',
      subjectRef: workspace.id,
      payload: { name: `c${at}.example.org`, publicKey: officer.publicKey, reason: 'one more' },
    })),
  );
  // Registering them again is no second entry.
  expect(addCosigner(state, { key: verifierKey(officer, '04', registerCrypto), reason: 'again' }).entry).toBe(entry);

  const { note, keys, size } = exportHead(directory);
  const elsewhere = { profileDirectory: scratch(), now: new Date('2026-11-29T12:00:00Z') };
  const file = join(root, 'acme.head');
  writeFileSync(file, countersign({ note, file: 'acme.head', logKey: keys[0] }, officer, elsewhere).note);
  const bringBack = () => addCountersignatures(state, state.grants.add(file, 'read').grantId);
  expect(await bringBack()).toMatchObject({ size, by: [{ name: 'dpo.example.org' }] });
  workspace.register.appendMany(
    Array.from({ length: many }, (_, at) => ({
      kind: 'head.countersigned',
      subjectRef: workspace.id,
      payload: {
        size: 1,
        root: registerCrypto.emptyHash,
        name: 'x',
        publicKey: officer.publicKey,
        at: '2026-11-29',
        signature: `${at}`,
      },
    })),
  );
  await expect(bringBack()).rejects.toMatchObject({ code: 'NOTE_REFUSED' });
});
