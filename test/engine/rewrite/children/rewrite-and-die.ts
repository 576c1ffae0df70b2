// Opens the workspace given, rewrites one of its datasets, and dies at the moment named.
import { randomBytes } from 'node:crypto';
import { noDesktop } from '#engine/desktop/desktop.ts';
import { noKeyStore } from '#engine/key-store/key-store.ts';
import { EngineSession } from '#engine/session/engine-session.ts';
import { rewriteBorder } from '#engine/use-cases/rewrite/rewrite-border.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { erasingChange } from './erasing-change.ts';

const [directory = '', profileDirectory = '', workRoot = '', passphrase = '', id = '', last = ''] =
  process.argv.slice(2);
const env = {
  clock: () => new Date(),
  random: (n: number) => randomBytes(n),
  profileDirectory,
  workRoot,
  appVersion: '1.2.3',
};
const state = new EngineSession({
  ...env,
  resourcesDirectory: 'resources',
  keyStore: noKeyStore,
  desktop: noDesktop,
});
await state.adoptWorkspace(await openWorkspace(directory, { passphrase }, env));
rewriteBorder.reached = (moment) => {
  if (moment === last) process.kill(process.pid, 'SIGKILL');
};
const job = {
  jobId: 'child',
  signal: new AbortController().signal,
  progress: () => undefined,
  commit: () => undefined,
};
await rewriteDatasets(state, job, [{ datasetId: id, change: erasingChange }], { reason: 'asked', cause: 'erasure' });
