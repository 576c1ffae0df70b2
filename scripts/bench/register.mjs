// A register of so many entries, as another program measures it: node scripts/bench/register.mjs ENTRIES
// Prints one line of JSON, seconds: `verify` and `open` by the product, `hash` the least that could be done: every entry's
// own bytes hashed once.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { exportLog } from '../../electron/engine/journal/heads.ts';
import { verifyRegister } from '../../electron/engine/journal/read-journal.ts';
import { createWorkspace, openWorkspace } from '../../electron/engine/workspace/open-workspace.ts';
import { passphrase, throwawayPlace } from '../support/throwaway-place.mjs';

const entries = Number(process.argv[2]);
const { folder, env } = throwawayPlace('register-bench');
const directory = join(folder, 'Bench.custos');
const { workspace } = await createWorkspace(
  directory,
  { organisation: 'Bench', operator: 'Ada', policy: 'customer-tracking', passphrase },
  env,
);
workspace.register.appendMany(
  Array.from({ length: entries - 2 }, (_, to) => ({
    kind: 'setting.changed',
    subjectRef: workspace.id,
    payload: { setting: 'example', from: to, to: to + 1 },
  })),
);
await workspace.close();

const timed = async (work) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
const lines = exportLog(directory).split('\n');
const hash = await timed(() => lines.forEach((line) => createHash('sha256').update(line).digest('hex')));
const verify = await timed(() => {
  if (!verifyRegister(directory, env).ok) throw new Error('The register does not verify.');
});
let opened = null;
const open = await timed(async () => {
  opened = await openWorkspace(directory, { passphrase }, env);
});
await opened.close();
process.stdout.write(`${JSON.stringify({ entries, hash, verify, open })}\n`);
