// Checks what Custos signs with other people's verifiers, where this machine has them: Go's golang.org/x/mod/sumdb/note
// and the verifiers of transparency-dev.
//   node_modules/.bin/node scripts/foreign/log.mjs
// Makes a workspace, takes heads, a countersigned head and proofs out of it and lets the Go program in go/ judge them,
// as they are and with a byte changed. Exit 0 where it agrees, 1 where it does not, 77 where it cannot run here.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportHead, proveEntry } from '../../electron/engine/journal/heads.ts';
import { registerCrypto } from '../../electron/engine/keys/register-crypto.ts';
import { noteSigner, signerOf } from '../../electron/engine/keys/signing-key.ts';
import { createWorkspace } from '../../electron/engine/workspace/open-workspace.ts';
import { cosign } from '../../shared/journal/cosignature.ts';
import { verifierKey, writeSignature } from '../../shared/journal/signed-note.ts';
import { passphrase, throwawayPlace } from '../support/throwaway-place.mjs';

const program = fileURLToPath(new URL('go/', import.meta.url));
const skip = (why) => {
  process.stdout.write(`Skipped: ${why}\n`);
  process.exit(77);
};
if (spawnSync('go', ['version']).status !== 0) skip('there is no Go on this machine.');
const { folder, env } = throwawayPlace('foreign');
const built = spawnSync('go', ['build', '-o', join(folder, 'check'), '.'], { cwd: program, encoding: 'utf8' });
if (built.status !== 0) skip(`Go cannot fetch or build the verifiers here: ${built.stderr.split('\n')[0]}`);

const { workspace } = await createWorkspace(
  join(folder, 'Foreign.custos'),
  { organisation: 'Foreign', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
for (let to = 1; to <= 11; to += 1)
  workspace.register.append({
    kind: 'setting.changed',
    subjectRef: workspace.id,
    payload: { setting: 'example', from: to - 1, to },
  });
const handed = join(folder, 'handed');
mkdirSync(handed);
const head = exportHead(workspace.directory);
const dpo = noteSigner('dpo.example.org', signerOf(new Uint8Array(randomBytes(32))));
const text = head.note.slice(0, head.note.indexOf('\n\n') + 1);
const line = writeSignature(cosign(text, Math.floor(Date.now() / 1000), dpo, registerCrypto), registerCrypto);
const put = (name, content) => writeFileSync(join(handed, name), content);
put('public_key.txt', `${[...head.keys, verifierKey(dpo, '04', registerCrypto)].join('\n')}\n`);
put('checkpoint.txt', head.note);
put('countersigned.head', head.note + line);
for (const seq of [1, 7, head.size]) put(`entry-${seq}.tlog-proof`, proveEntry(workspace.directory, seq));
await workspace.close();

const judge = () => spawnSync(join(folder, 'check'), [handed], { encoding: 'utf8' });
const sound = judge();
process.stdout.write(sound.stdout);
let wrong = sound.status === 0 && sound.stdout.includes('dpo.example.org at') ? 0 : 1;
for (const name of ['checkpoint.txt', 'countersigned.head', 'entry-7.tlog-proof']) {
  const before = readFileSync(join(handed, name));
  // One character of the last signature, and one of the root or the path.
  for (const at of [before.length - 20, before.indexOf('\n\n') - 20]) {
    const changed = Buffer.from(before);
    changed[at] = changed[at] === 65 ? 66 : 65;
    put(name, changed);
    if (judge().status !== 1) wrong += 1;
  }
  put(name, before);
}
process.stdout.write(wrong === 0 ? 'Changed bytes were refused, each of 6.\n' : `${wrong} judgements differ.\n`);
process.exitCode = wrong === 0 ? 0 : 1;
