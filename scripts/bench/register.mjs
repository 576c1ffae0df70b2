// A register of so many entries, as another program measures it: node scripts/bench/register.mjs ENTRIES [signed]
// Prints one line of JSON, seconds of processor time (of all threads) and of the clock each: `verify` and `open` by the
// product; `page` and `search`, the newest two hundred entries and the first search for words; `hash`, the least that
// could be done: every entry's own bytes hashed once; with `signed`, where each entry bears its operator's signature,
// `reckon`: every signature reckoned once by node:crypto, one after another; `derive`: the passphrase's key, which opening
// waits for whatever the register is, while another core makes it.
import { createHash, verify as reckonOne } from 'node:crypto';
import { join } from 'node:path';
import { allEntries } from '../../electron/engine/journal/all-entries.ts';
import { exportLog } from '../../electron/engine/journal/heads.ts';
import { searchEntries, verifyInFull } from '../../electron/engine/journal/read-journal.ts';
import { publicKeyObject } from '../../electron/engine/keys/register-crypto.ts';
import { createWorkspace, openWorkspace } from '../../electron/engine/workspace/open-workspace.ts';
import { readKeyFile } from '../../electron/engine/workspace-folder/read-identity.ts';
import { openKeys } from '../../electron/engine/keys/key-file.ts';
import { signedText } from '../../shared/journal/operators.ts';
import { passphrase, throwawayPlace } from '../support/throwaway-place.mjs';

const entries = Number(process.argv[2]);
const isSigned = process.argv[3] === 'signed';
const { folder, env: quick } = throwawayPlace('register-bench');
// Opening is measured with the cost that a passphrase has in earnest.
const { passphraseCost: _quick, ...env } = quick;
const directory = join(folder, 'Bench.custos');
const { workspace } = await createWorkspace(
  directory,
  { organisation: 'Bench', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
const name = isSigned ? 'Ada' : undefined;
if (isSigned) await workspace.operators.add({ name: 'Bo', role: 'author', passphrase: 'another', own: passphrase });
/** Half of them short, half as long as a saved recipe's: some 380 bytes. */
const entryOf = (number) =>
  number % 2 === 0
    ? { kind: 'setting.changed', subjectRef: workspace.id, payload: { setting: 'example', from: number, to: -1 } }
    : {
        kind: 'recipe.saved',
        subjectRef: `dataset-${number % 50}`,
        payload: {
          datasetId: null,
          sha256: createHash('sha256').update(String(number)).digest('hex'),
          purpose: 'web-analytics',
          release: 'pseudonymised',
          steps: 8,
          operations: Array.from({ length: 8 }, (_, step) => `operation-${(number + step) % 20}`),
          saves: number % 9,
          changed: { added: 1, removed: 2, edited: 3, otherwise: false },
        },
      };
const before = isSigned ? 4 : 2;
workspace.register.appendMany(Array.from({ length: entries - before }, (_, number) => entryOf(number)));
await workspace.close();

const timed = async (work) => {
  const [used, began] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - began) / 1000 };
};
const lines = exportLog(directory).split('\n');
const hash = await timed(() => lines.forEach((line) => createHash('sha256').update(line).digest('hex')));
const verify = await timed(async () => {
  const found = await verifyInFull(directory, env);
  if (!found.ok || found.entries !== entries) throw new Error('The register does not verify.');
});
const derive = await timed(() => openKeys(readKeyFile(directory), { passphrase, operator: name }, 'Bench'));
let opened = null;
const open = await timed(async () => {
  opened = await openWorkspace(directory, { passphrase, operator: name }, env);
});
if (opened.summary().readOnly) throw new Error('The workspace opens for reading only.');
await opened.close();
const page = await timed(() => searchEntries(directory, { limit: 200 }));
const search = await timed(() => searchEntries(directory, { text: 'example', limit: 200 }));
const results = { entries, hash, verify, derive, open, page, search };
if (isSigned) {
  const signatures = allEntries(directory).filter(({ signature }) => signature !== null);
  results.reckon = await timed(() => {
    for (const { leaf_hash: leafHash, public_key: key, signature } of signatures)
      reckonOne(null, Buffer.from(signedText(leafHash)), publicKeyObject(key), Buffer.from(signature, 'base64'));
  });
}
process.stdout.write(`${JSON.stringify(results)}\n`);
